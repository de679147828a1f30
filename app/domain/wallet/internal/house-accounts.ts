import type { AccountId } from '~/shared/ids';

/**
 * The house's own accounts. They store no balance, so that no payment waits for another; their entries are the truth.
 * The rows are made by db/migrations/0010-money-rules.ts.
 */
export const HOUSE = {
  commission: 'acc_00000000000000000000000001',
  simulator_clearing: 'acc_00000000000000000000000002',
  card_clearing: 'acc_00000000000000000000000003',
  /** Card money that came in and could not be credited; it goes back to the card. */
  money_to_return: 'acc_00000000000000000000000004',
} as const satisfies Record<string, AccountId>;

const HOUSE_IDS = new Set<string>(Object.values(HOUSE));

export function isHouse(accountId: AccountId): boolean {
  return HOUSE_IDS.has(accountId);
}
