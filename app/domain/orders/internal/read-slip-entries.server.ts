import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { MerchantId, TicketId } from '~/shared/ids';

/** Sums of ledger entries of some tickets on a merchant's two accounts; whole rupiah. */
export interface SlipEntries {
  sale: number;
  commission: number;
  refund: number;
  commissionBackToSales: number;
  netting: number;
  owedCommission: number;
  shortfall: number;
  owedReturned: number;
}

interface EntrySum {
  purpose: string;
  side: 'debit' | 'credit';
  account: 'sales' | 'receivable';
  amount: number;
}

/** One statement over the entries of the transfers that name these tickets. */
export async function readSlipEntries(
  db: ReadDb | Tx,
  { merchantId, ticketIds }: { merchantId: MerchantId; ticketIds: readonly TicketId[] },
): Promise<SlipEntries> {
  const ids = ticketIds.map((id) => ({ ticket_id: id }));
  const { rows } = await sql<EntrySum>`
    select e.purpose, case when e.debit_account_id = a.id then 'debit' else 'credit' end as side, a.kind as account,
      cast(sum(e.amount) as bigint) as amount
    from ${jsonRows(db, { ticket_id: 'text' }, ids)} as given
    join wallet_transfer as t on t.reference_id = given.ticket_id and t.reference_kind = 'ticket'
    join wallet_entry as e on e.transfer_id = t.id
    join wallet_account as a on (a.id = e.debit_account_id or a.id = e.credit_account_id)
      and a.owner_kind = 'merchant' and a.owner_id = ${merchantId}
    group by e.purpose, side, a.kind`.execute(db);
  const of = (account: EntrySum['account'], side: EntrySum['side'], purpose: string) =>
    Number(rows.find((row) => row.account === account && row.side === side && row.purpose === purpose)?.amount ?? 0);
  return {
    sale: of('sales', 'credit', 'sale'),
    commission: of('sales', 'debit', 'commission'),
    refund: of('sales', 'debit', 'refund'),
    commissionBackToSales: of('sales', 'credit', 'commission_return'),
    netting: of('sales', 'debit', 'netting'),
    owedCommission: of('receivable', 'debit', 'commission'),
    shortfall: of('receivable', 'debit', 'shortfall'),
    owedReturned: of('receivable', 'credit', 'commission_return'),
  };
}
