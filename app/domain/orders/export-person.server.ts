import type { ReadDb } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { DataSubject } from '~/shared/personal-data';
import type { ExportList } from '~/shared/personal-export';

/** What she ordered by wallet, and which browsers wanted to hear of it. Orders in cash name nobody. */
export async function exportOrders(db: ReadDb, { personId }: DataSubject): Promise<ExportList[]> {
  const orders = await db
    .selectFrom('order_header as header')
    .innerJoin('festival_edition as festival', 'festival.id', 'header.festival_id')
    .select(['header.id', 'header.short_code', 'header.total', 'header.payment', 'header.placed_at', 'festival.name'])
    .where('header.person_id', '=', personId)
    .orderBy('header.placed_at')
    .execute();
  const lines = await db
    .selectFrom('order_header as header')
    .innerJoin('order_ticket as ticket', 'ticket.order_id', 'header.id')
    .innerJoin('order_line as line', (join) =>
      join.onRef('line.ticket_id', '=', 'ticket.id').onRef('line.festival_id', '=', 'ticket.festival_id'),
    )
    .select([
      'header.short_code',
      'ticket.state',
      'line.dish_name',
      'line.options',
      'line.quantity',
      'line.unit_price',
      'line.line_total',
    ])
    .where('header.person_id', '=', personId)
    .orderBy('header.placed_at')
    .orderBy('ticket.id')
    .orderBy('line.line')
    .execute();
  return [
    {
      name: 'orders',
      rows: orders.map((row) => ({
        id: row.id,
        code: row.short_code,
        festival: row.name,
        total: row.total,
        payment: row.payment,
        at: row.placed_at,
      })),
    },
    {
      name: 'orderLines',
      rows: lines.map((row) => ({
        code: row.short_code,
        state: row.state,
        dish: row.dish_name,
        text: row.options === '[]' ? null : row.options,
        quantity: row.quantity,
        price: row.unit_price,
        total: row.line_total,
      })),
    },
    await exportPushes(db, personId),
  ];
}

async function exportPushes(db: ReadDb, personId: PersonId): Promise<ExportList> {
  const pushes = await db
    .selectFrom('order_push as push')
    .innerJoin('order_header as header', 'header.id', 'push.order_id')
    .select(['push.endpoint', 'push.created_at', 'push.gone_at'])
    .where('header.person_id', '=', personId)
    .orderBy('push.created_at')
    .execute();
  return {
    name: 'pushes',
    rows: pushes.map((row) => ({ text: row.endpoint, since: row.created_at, until: row.gone_at })),
  };
}
