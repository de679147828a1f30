import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { refundSale } from '../wallet/refund-sale.server';
import { returnCashCommission } from '../wallet/return-cash-commission.server';
import { tellCustomer } from './internal/tell-customer.server';
import { noteChange, type Ticket, takeTicket } from './internal/ticket.server';
import type { PaymentWay, TicketRefusal } from './orders';
import type { TicketDoor } from './ticket-door';

export type RefundTicketRefusal = TicketRefusal | { code: 'refund_too_large'; left: number } | { code: 'refund_odd' };

/**
 * Gives back part or all of a sale that was final, with the commission's share of it; never more than was paid.
 * Wallet money returns to the wallet it came from; cash is handed back across the counter and noted.
 * The same refund id again changes nothing.
 */
export async function refundTicket(
  tx: Tx,
  {
    door,
    refundId,
    amount,
    byPersonId,
    now,
  }: {
    door: TicketDoor;
    /** Made on the form's page, so that a double tap is one refund. */
    refundId: string;
    amount: number;
    byPersonId: PersonId | null;
    now: number;
  },
): Promise<Result<{ refunded: number; payment: PaymentWay }, RefundTicketRefusal>> {
  if (!Number.isSafeInteger(amount) || amount <= 0) return refuse({ code: 'refund_odd' });
  const taken = await takeTicket(tx, door);
  if (!taken.ok) return taken;
  const ticket = taken.value;
  if (ticket.state !== 'handed_over' && ticket.state !== 'uncollected') {
    return refuse({ code: 'ticket_moved', state: ticket.state });
  }
  if (await isDone(tx, ticket, refundId))
    return accept({ refunded: ticket.refunded, payment: ticket.payment as PaymentWay });
  const counted = await tx
    .updateTable('order_ticket')
    .set({ refunded: sql<number>`refunded + cast(${amount} as bigint)` })
    .$if(ticket.payment === 'cash', (query) =>
      query.set({ cash_returned: sql<number>`cash_returned + cast(${amount} as bigint)` }),
    )
    .where('festival_id', '=', ticket.festival_id)
    .where('id', '=', ticket.id)
    .where(sql<boolean>`refunded + cast(${amount} as bigint) <= total`)
    .executeTakeFirst();
  if (counted.numUpdatedRows === 0n) return refuse({ code: 'refund_too_large', left: ticket.total - ticket.refunded });
  await giveMoneyBack(tx, ticket, { amount, key: keyOf(ticket, refundId), now });
  await noteChange(tx, ticket, { from: ticket.state, to: ticket.state, byPersonId, why: keyOf(ticket, refundId), now });
  await tellCustomer(tx, ticket, { template: 'sale_refunded', amount, occasion: refundId, now });
  return accept({ refunded: ticket.refunded + amount, payment: ticket.payment as PaymentWay });
}

function keyOf(ticket: Ticket, refundId: string): string {
  return `refund:${ticket.id}:${refundId}`;
}

async function isDone(tx: Tx, ticket: Ticket, refundId: string): Promise<boolean> {
  const done = await tx
    .selectFrom('order_ticket_change')
    .select('line')
    .where('festival_id', '=', ticket.festival_id)
    .where('ticket_id', '=', ticket.id)
    .where('why', '=', keyOf(ticket, refundId))
    .executeTakeFirst();
  return done !== undefined;
}

/** Commission given back so far is always the refunded share of it, rounded down; the last rupiah comes with the last refund. */
export function commissionBackFor(ticket: Pick<Ticket, 'commission' | 'total' | 'refunded'>, amount: number): number {
  const shareBy = (refunded: number) => Number((BigInt(ticket.commission) * BigInt(refunded)) / BigInt(ticket.total));
  return shareBy(ticket.refunded + amount) - shareBy(ticket.refunded);
}

async function giveMoneyBack(
  tx: Tx,
  ticket: Ticket,
  { amount, key, now }: { amount: number; key: string; now: number },
): Promise<void> {
  const { id: ticketId, merchant_id: merchantId } = ticket;
  const commissionBack = commissionBackFor(ticket, amount);
  if (ticket.payment === 'cash') {
    const returned = await returnCashCommission(tx, { merchantId, ticketId, amount: commissionBack, key, now });
    if (!returned.ok) throw new Error(`commission of ${ticketId} could not be returned: ${returned.refusal.code}`);
    return;
  }
  const hold = await tx
    .selectFrom('wallet_hold')
    .select('account_id')
    .where('id', '=', ticket.hold_id ?? 'hld_')
    .executeTakeFirst();
  if (!hold) throw new Error(`no hold of ${ticketId}`);
  const refunded = await refundSale(tx, {
    ticketId,
    personAccountId: hold.account_id,
    merchantId,
    amount,
    commissionBack,
    key,
    now,
  });
  if (!refunded.ok) throw new Error(`${ticketId} could not be refunded: ${refunded.refusal.code}`);
}
