import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';

/**
 * What must hold of the ledger at any moment, as questions to the database: each selects what breaks it.
 * Structural ones (an entry has two accounts and an amount above zero; a transfer cannot be unbalanced) are asked too,
 * because a constraint can be dropped. Numbers are those of targets.md §2; eight is about verbs, tested beside them.
 */
const QUESTIONS: Record<string, ReturnType<typeof sql<Record<string, unknown>>>> = {
  '1 debits and credits of all entries are equal, house accounts included': sql`
    select sum(x.amount) as difference from (
      select amount from wallet_entry union all
      select -amount from wallet_entry e join wallet_account a on a.id = e.credit_account_id join wallet_account b on b.id = e.debit_account_id
    ) x having coalesce(sum(x.amount), 0) <> 0`,
  '2 every entry belongs to a transfer, has two accounts and an amount': sql`
    select e.transfer_id, e.line from wallet_entry e left join wallet_transfer t on t.id = e.transfer_id
    where t.id is null or e.amount <= 0 or e.debit_account_id = e.credit_account_id`,
  '2 every transfer has entries': sql`
    select t.id from wallet_transfer t where not exists (select 1 from wallet_entry e where e.transfer_id = t.id)`,
  '3 the stored balance is the fold of the entries': sql`
    select a.id, a.kind, a.balance, f.credited from wallet_account a left join (
      select account_id, sum(amount) as credited from (
        select credit_account_id as account_id, amount from wallet_entry union all
        select debit_account_id, -amount from wallet_entry) moved group by account_id
    ) f on f.account_id = a.id
    where a.balance is not null and a.balance <> case when a.kind = 'receivable' then -coalesce(f.credited, 0) else coalesce(f.credited, 0) end`,
  '3 versions have no gap': sql`
    select a.id, a.version, v.steps, v.top from wallet_account a left join (
      select account_id, count(*) as steps, count(distinct version) as kinds, max(version) as top from (
        select credit_account_id as account_id, credit_version as version from wallet_entry union all
        select debit_account_id, debit_version from wallet_entry) seen group by account_id
    ) v on v.account_id = a.id
    where a.version is not null and (a.version <> coalesce(v.steps, 0) or a.version <> coalesce(v.top, 0) or a.version <> coalesce(v.kinds, 0))`,
  '3 house accounts store neither balance nor version': sql`
    select id from wallet_account where owner_kind = 'house' and (balance is not null or version is not null)`,
  '4 nothing available is below zero': sql`
    select id, balance, held from wallet_account where balance is not null and (balance < held or held < 0 or balance < 0)`,
  '5 open holds are what is held': sql`
    select a.id, a.held, h.open from wallet_account a
    left join (select account_id, sum(amount) as open from wallet_hold where state = 'open' group by account_id) h on h.account_id = a.id
    where a.held <> coalesce(h.open, 0)`,
  '5 a hold ended once, and a captured one has one sale of that amount': sql`
    select h.id from wallet_hold h
    left join (select reference_id, sum(amount) as amount, count(*) as times from wallet_transfer where kind = 'sale' group by reference_id) s
      on s.reference_id = h.reference
    where (h.state = 'captured') <> (s.times is not null) or (s.times is not null and (s.times <> 1 or s.amount <> h.captured))
      or (h.state = 'open') <> (h.ended_at is null)`,
  '6 one key, one transfer': sql`
    select idempotency_key from wallet_transfer group by idempotency_key having count(*) > 1`,
  '7 a transfer is reversed once': sql`
    select reverses_id from wallet_transfer where reverses_id is not null group by reverses_id having count(*) > 1`,
  '7 refunds of a ticket stay within what was captured': sql`
    select h.reference, h.captured, r.amount from wallet_hold h join (
      select t.reference_id, sum(e.amount) as amount from wallet_transfer t join wallet_entry e on e.transfer_id = t.id
      where t.kind = 'refund' and e.purpose in ('refund', 'shortfall') group by t.reference_id
    ) r on r.reference_id = h.reference where r.amount > h.captured or r.amount <> h.refunded`,
  '7 commission given back stays within what was charged': sql`
    select t.reference_id from wallet_transfer t join wallet_entry e on e.transfer_id = t.id where t.reference_kind = 'ticket'
    group by t.reference_id
    having sum(case when e.purpose = 'commission_return' or (e.purpose = 'reversal' and t.kind = 'reversal') then e.amount else 0 end)
      > sum(case when e.purpose = 'commission' then e.amount else 0 end)`,
  '10 a top-up that succeeded has one transfer, another none': sql`
    select u.id, u.state from wallet_top_up u
    left join (select t.reference_id, count(*) as times, sum(e.amount) as amount from wallet_transfer t join wallet_entry e on e.transfer_id = t.id
      where t.kind = 'top_up' and e.purpose = 'top_up' group by t.reference_id) m on m.reference_id = u.id
    where (u.state = 'succeeded') <> (m.times is not null) or (m.times is not null and (m.times <> 1 or m.amount <> u.amount))`,
  '10 every top-up transfer answers a recorded notice of the rail': sql`
    select t.id from wallet_transfer t join wallet_top_up u on u.id = t.reference_id
    where t.kind = 'top_up' and not exists (select 1 from wallet_external_event x where x.rail = u.rail and x.outcome = 'applied')`,
};

/** Every broken invariant in words with the rows that break it; empty when the ledger is sound. */
export async function readBrokenInvariants(db: ReadDb | Tx): Promise<string[]> {
  const broken: string[] = [];
  for (const [invariant, question] of Object.entries(QUESTIONS)) {
    const { rows } = await question.execute(db);
    if (rows.length > 0) broken.push(`${invariant}: ${JSON.stringify(rows.slice(0, 5))}`);
  }
  return broken;
}
