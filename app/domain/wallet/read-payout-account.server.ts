import type { Selectable } from 'kysely';
import { readPerson } from '~/domain/identity/read-person.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { Id, MerchantId, PersonId } from '~/shared/ids';
import type { PayoutAccountTable } from '~db/schema/wallet';
import { readPayoutAccountRow } from './internal/payout-account-row.server';
import { changeRestsUntil, isAccountOpen, type PayoutAccountState } from './payout-account';

/** An account as its owner sees it: never the whole number. */
export interface OwnPayoutAccount {
  id: Id<'pac'>;
  bank: string;
  numberEnd: string;
  holder: string;
  state: PayoutAccountState;
  checksNeeded: number;
  proposedAt: number;
  inForceAt: number | null;
  endedAt: number | null;
  reason: string | null;
  fix: string | null;
}

export interface OwnPayoutAccounts {
  inForce: OwnPayoutAccount | null;
  /** Proposed and not decided. */
  open: OwnPayoutAccount | null;
  /** The newest proposal, where it was refused and nothing came after it. */
  refused: OwnPayoutAccount | null;
  /** Until when no change can be proposed; null = it can. */
  restsUntil: number | null;
}

/** Where a merchant's money goes, and what she has proposed. */
export async function readPayoutAccounts(
  db: ReadDb | Tx,
  { merchantId, now }: { merchantId: MerchantId; now: number },
): Promise<OwnPayoutAccounts> {
  const rows = await db
    .selectFrom('wallet_payout_account as p')
    .innerJoin('wallet_account as a', 'a.id', 'p.account_id')
    .selectAll('p')
    .where('a.owner_kind', '=', 'merchant')
    .where('a.owner_id', '=', merchantId)
    .where('a.kind', '=', 'sales')
    .orderBy('p.proposed_at', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  const accounts = rows.map(toOwn);
  const [newest] = accounts;
  return {
    inForce: accounts.find(({ state }) => state === 'in_force') ?? null,
    open: accounts.find(isAccountOpen) ?? null,
    refused: newest?.state === 'refused' ? newest : null,
    restsUntil: changeRestsUntil(accounts, now),
  };
}

function toOwn(row: Selectable<PayoutAccountTable>): OwnPayoutAccount {
  return {
    id: row.id,
    bank: row.bank,
    numberEnd: row.number_end,
    holder: row.holder,
    state: row.state as PayoutAccountState,
    checksNeeded: row.checks_needed,
    proposedAt: row.proposed_at,
    inForceAt: row.in_force_at,
    endedAt: row.ended_at,
    reason: row.refused_why,
    fix: row.fix,
  };
}

/** A proposed account as a verifier sees it, numbers opened. */
export interface AccountUnderReview extends OwnPayoutAccount {
  merchantId: MerchantId;
  number: string;
  /** The account in force that this one would take the place of. */
  before: { bank: string; number: string; holder: string } | null;
  firstCheck: { by: PersonId; name: string | null; at: number } | null;
}

/** Null where there is no such account. The caller is a verifier: numbers stand here in the open. */
export async function readAccountUnderReview(
  db: ReadDb,
  { id, secrets }: { id: Id<'pac'>; secrets: Secrets },
): Promise<AccountUnderReview | null> {
  const row = await readPayoutAccountRow(db, id);
  if (!row) return null;
  const before = await db
    .selectFrom('wallet_payout_account')
    .selectAll()
    .where('account_id', '=', row.account_id)
    .where('state', '=', 'in_force')
    .where('id', '<>', id)
    .executeTakeFirst();
  const by = row.first_checked_by;
  return {
    ...toOwn(row),
    merchantId: row.merchantId,
    number: secrets.open(row.number_sealed),
    before: before ? { bank: before.bank, number: secrets.open(before.number_sealed), holder: before.holder } : null,
    firstCheck: by ? { by, name: (await readPerson(db, by))?.name ?? null, at: row.first_checked_at ?? 0 } : null,
  };
}
