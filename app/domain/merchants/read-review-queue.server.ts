import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { Id, MerchantId, PersonId } from '~/shared/ids';
import type { Section } from './section';

/** Something that waits for a verifier: a section, or a payout account. */
export interface Waiting {
  merchantId: MerchantId;
  stallName: string;
  regionCode: string;
  since: number;
  what: Section | 'payout';
  /** Of a payout account. */
  accountId: Id<'pac'> | null;
  /** Handed in before, or a change of what is in force. */
  isAgain: boolean;
}

interface QueueRow {
  merchant_id: MerchantId;
  stall_name: string;
  region_code: string;
  since: number;
  what: string;
  account_id: Id<'pac'> | null;
  again: number;
}

/** An account that she has checked once waits for somebody else. Closed businesses wait for nothing. */
function waitingFor(viewerId: PersonId) {
  return sql`
    select m.id as merchant_id, m.stall_name, m.region_code, s.submitted_at as since, s.section as what,
      null as account_id, case when s.revision > 1 then 1 else 0 end as again
    from merchant_section as s join merchant_profile as m on m.id = s.merchant_id
    where s.state = 'submitted' and m.state <> 'closed'
    union all
    select m.id, m.stall_name, m.region_code, p.proposed_at, 'payout', p.id,
      case when p.checks_needed > 1 then 1 else 0 end
    from wallet_payout_account as p
    join wallet_account as a on a.id = p.account_id
    join merchant_profile as m on m.id = a.owner_id
    where p.state in ('proposed', 'checked_once') and m.state <> 'closed'
      and (p.first_checked_by is null or p.first_checked_by <> ${viewerId})`;
}

/** What waits for this verifier, oldest first: a page of it. */
export async function readReviewQueue(
  db: ReadDb,
  { viewerId, count, skip = 0 }: { viewerId: PersonId; count: number; skip?: number },
): Promise<Waiting[]> {
  const { rows } = await sql<QueueRow>`select * from (${waitingFor(viewerId)}) as waiting
    order by since, merchant_id, what desc limit ${count} offset ${skip}`.execute(db);
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    stallName: row.stall_name,
    regionCode: row.region_code,
    since: row.since,
    what: row.what as Waiting['what'],
    accountId: row.account_id,
    isAgain: row.again === 1,
  }));
}

/** How much waits for this verifier in all. */
export async function countReviewQueue(db: ReadDb, viewerId: PersonId): Promise<number> {
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from (${waitingFor(viewerId)}) as waiting`.execute(db);
  return Number(rows[0]?.total ?? 0);
}

/** Where a waiting thing is looked at, as an Indonesian address. */
export function reviewPath({ merchantId, what, accountId }: Waiting): string {
  return what === 'payout' ? `/operator/rekening/${accountId}` : `/operator/periksa/${merchantId}/${what}`;
}

/** How many of the oldest are looked through for what comes next: enough, since those above are decided first. */
const NEXT_AMONG = 50;

/** The address of what this verifier looks at after `current`: the one below it, else the oldest; null when nothing else waits. */
export async function readNextReview(
  db: ReadDb,
  { viewerId, current }: { viewerId: PersonId; current?: string },
): Promise<string | null> {
  const waiting = await readReviewQueue(db, { viewerId, count: NEXT_AMONG });
  const paths = waiting.map(reviewPath);
  const here = current === undefined ? -1 : paths.indexOf(current);
  const next = paths[here + 1] ?? paths[0];
  return next === undefined || next === current ? null : next;
}
