import type { Tx } from '~/platform/app-context';
import { sendMessage } from '~/platform/message.server';
import type { OrderMessage } from '~/shared/message-templates';
import type { Ticket } from './ticket.server';

/**
 * Tells the customer what became of her part at one stall, if she paid by wallet and so has a phone here;
 * a cash customer sees it on her order's page. One message a ticket and occasion.
 */
export async function tellCustomer(
  tx: Tx,
  ticket: Ticket,
  { template, amount, occasion, now }: { template: OrderMessage; amount?: number; occasion?: string; now: number },
): Promise<void> {
  const facts = await tx
    .selectFrom('order_header')
    .innerJoin('identity_person', 'identity_person.id', 'order_header.person_id')
    .innerJoin('stall_setup', (join) =>
      join
        .onRef('stall_setup.festival_id', '=', 'order_header.festival_id')
        .on('stall_setup.participation_id', '=', ticket.participation_id),
    )
    .innerJoin('merchant_profile', 'merchant_profile.id', 'stall_setup.merchant_id')
    .innerJoin('festival_edition', 'festival_edition.id', 'order_header.festival_id')
    .select(['identity_person.id', 'identity_person.phone', 'order_header.language'])
    .select(['stall_setup.booth_number', 'merchant_profile.stall_name', 'festival_edition.zone'])
    .where('order_header.id', '=', ticket.order_id)
    .executeTakeFirst();
  if (!facts?.phone) return;
  await sendMessage(tx, {
    to: { phone: facts.phone },
    personId: facts.id,
    template,
    values: {
      number: ticket.pickup_number,
      stall: facts.stall_name,
      booth: facts.booth_number,
      zone: facts.zone,
      dishes: await dishNames(tx, ticket),
      amount: amount ?? ticket.total,
      until: ticket.slot_starts_at + 30 * 60_000,
    },
    path: `/pesanan/${ticket.order_id}`,
    language: facts.language === 'en' ? 'en' : 'id',
    key: [template, ticket.id, ...(occasion ? [occasion] : [])].join(':'),
    now,
  });
}

async function dishNames(tx: Tx, ticket: Ticket): Promise<string> {
  const lines = await tx
    .selectFrom('order_line')
    .select('dish_name')
    .where('festival_id', '=', ticket.festival_id)
    .where('ticket_id', '=', ticket.id)
    .orderBy('line')
    .execute();
  return lines.map((line) => line.dish_name).join(', ');
}
