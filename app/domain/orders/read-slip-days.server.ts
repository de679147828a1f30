import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId, ParticipationId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';

export interface SlipDay {
  participationId: ParticipationId;
  festivalName: string;
  day: string;
  closedAt: number | null;
  sold: Rupiah;
  tickets: number;
}

/** Days a merchant has sold on, newest first, for the list of slips. */
export async function readSlipDays(db: ReadDb | Tx, merchantId: MerchantId): Promise<SlipDay[]> {
  const { rows } = await sql<{
    participation_id: ParticipationId;
    name: string;
    day: string;
    closed_at: number | null;
    sold: number;
    tickets: number;
  }>`
    select d.participation_id, f.name, d.day, d.closed_at,
      cast(coalesce(sum(t.total), 0) as bigint) as sold, count(t.id) as tickets
    from stall_setup as s
    join stall_day as d on d.festival_id = s.festival_id and d.participation_id = s.participation_id
    join festival_edition as f on f.id = s.festival_id
    left join order_ticket as t on t.festival_id = d.festival_id and t.participation_id = d.participation_id
      and t.day = d.day and t.state in ('handed_over', 'uncollected')
    where s.merchant_id = ${merchantId}
    group by d.participation_id, f.name, d.day, d.closed_at
    order by d.day desc`.execute(db);
  return rows.map((row) => ({
    participationId: row.participation_id,
    festivalName: row.name,
    day: row.day,
    closedAt: row.closed_at,
    sold: toRupiah(Number(row.sold)),
    tickets: Number(row.tickets),
  }));
}
