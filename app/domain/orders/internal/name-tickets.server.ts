import type { AccountId, HoldId, MerchantId, TicketId } from '~/shared/ids';
import { newId } from '~/shared/ids';
import type { OrderPlan } from '../decide-orders';
import { cashExpiry, type TicketPlan, type TicketState } from '../orders';
import { waitsForCash } from './order-book';
import { dayKey, type OrderRequest, type OrderSnapshot } from './order-snapshot';

/** A planned ticket with the names it will be known by. */
export interface NamedTicket {
  id: TicketId;
  request: OrderRequest;
  plan: TicketPlan;
  merchantId: MerchantId;
  state: TicketState;
  expiresAt: number | null;
  hold: { id: HoldId; accountId: AccountId; amount: number; reference: TicketId } | null;
}

/** Gives every ticket of a batch its id, first state, deadline and hold. */
export function nameTickets(snapshot: OrderSnapshot, plans: readonly OrderPlan[], now: number): NamedTicket[] {
  const named: NamedTicket[] = [];
  for (const { request, tickets } of plans) {
    const stalls = snapshot.days.get(dayKey(request.festivalId, request.day))?.stalls;
    const { accountId } = request;
    for (const plan of tickets) {
      const stall = stalls?.get(plan.participationId);
      if (!stall) throw new Error('a stall was decided on that was not read');
      const id = newId('tkt', now);
      const isHeld = request.payment === 'wallet' && accountId;
      named.push({
        id,
        request,
        plan,
        merchantId: stall.merchantId,
        state: firstState(request),
        expiresAt: waitsForCash(request) ? cashExpiry(now, plan.slotStartsAt) : null,
        hold: isHeld ? { id: newId('hld', now), accountId, amount: plan.total, reference: id } : null,
      });
    }
  }
  return named;
}

function firstState(request: OrderRequest): TicketState {
  if (request.source === 'counter') return 'accepted';
  return waitsForCash(request) ? 'awaiting_cash' : 'placed';
}
