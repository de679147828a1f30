import { DAY_MS } from '~/shared/time';

/** Words and rules of a merchant's payout account; safe in the browser. */

const ACCOUNT_STATES = ['proposed', 'checked_once', 'in_force', 'replaced', 'refused', 'withdrawn'] as const;
export type PayoutAccountState = (typeof ACCOUNT_STATES)[number];

/** The first account goes from proposed to in force with one check; a change needs two people. */
const ACCOUNT_MOVES: Record<PayoutAccountState, readonly PayoutAccountState[]> = {
  proposed: ['checked_once', 'in_force', 'refused', 'withdrawn'],
  checked_once: ['in_force', 'refused', 'withdrawn'],
  in_force: ['replaced'],
  replaced: [],
  refused: [],
  withdrawn: [],
};

/** The states from which an account comes to `to`. */
export function accountStatesBefore(to: PayoutAccountState): PayoutAccountState[] {
  return ACCOUNT_STATES.filter((state) => ACCOUNT_MOVES[state].includes(to));
}

/** Proposed and not decided. */
export function isAccountOpen({ state }: { state: string }): boolean {
  return state === 'proposed' || state === 'checked_once';
}

/** How long a change rests after one was refused (domain.md §2: GoPay's own rule is 30 days). */
const CHANGE_RESTS_MS = 30 * DAY_MS;

/** Until when no change can be proposed, by her accounts, newest first; null = it can. */
export function changeRestsUntil(
  accounts: readonly { state: string; checksNeeded: number; endedAt: number | null }[],
  now: number,
): number | null {
  const refused = accounts.find(({ state, checksNeeded }) => state === 'refused' && checksNeeded === 2);
  const until = (refused?.endedAt ?? 0) + CHANGE_RESTS_MS;
  return refused && until > now ? until : null;
}

export const ACCOUNT_REASONS = ['holder_differs', 'number_unknown', 'not_the_owner', 'other'] as const;
export type AccountReason = (typeof ACCOUNT_REASONS)[number];

export const HOLDER_MAX = 60;

/** Banks people in the first cities use, by their clearing code (Bank Indonesia's three digits). Data: add a line. */
export const BANKS = [
  { code: '002', name: 'BRI' },
  { code: '008', name: 'Mandiri' },
  { code: '009', name: 'BNI' },
  { code: '014', name: 'BCA' },
  { code: '451', name: 'BSI' },
  { code: '200', name: 'BTN' },
  { code: '022', name: 'CIMB Niaga' },
  { code: '011', name: 'Danamon' },
  { code: '013', name: 'Permata' },
  { code: '016', name: 'Maybank' },
  { code: '019', name: 'Panin' },
  { code: '028', name: 'OCBC' },
  { code: '147', name: 'Muamalat' },
  { code: '426', name: 'Mega' },
  { code: '153', name: 'Sinarmas' },
  { code: '542', name: 'Jago' },
  { code: '535', name: 'SeaBank' },
  { code: '120', name: 'Bank Sumsel Babel' },
  { code: '110', name: 'bank bjb' },
  { code: '114', name: 'Bank Jatim' },
  { code: '113', name: 'Bank Jateng' },
  { code: '112', name: 'BPD DIY' },
  { code: '111', name: 'Bank Jakarta' },
  { code: '129', name: 'BPD Bali' },
] as const;

export function bankName(code: string): string {
  return BANKS.find((bank) => bank.code === code)?.name ?? code;
}

/** An account as people read it: `BRI ••4821`. */
export function accountLabel({ bank, numberEnd }: { bank: string; numberEnd: string }): string {
  return `${bankName(bank)} ••${numberEnd}`;
}
