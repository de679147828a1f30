import { randomInt } from 'node:crypto';
import type { AccountId, HoldId, MerchantId, TicketId } from '~/shared/ids';
import { newId } from '~/shared/ids';
import type { OrderPlan } from '../decide-orders';
import { cashExpiry, type TicketPlan, type TicketState } from '../orders';
import { waitsForCash } from './order-book';
import { type OrderRequest, type OrderSnapshot, stallKey } from './order-snapshot';

/** A planned ticket with the names it will be known by. */
export interface NamedTicket {
  id: TicketId;
  request: OrderRequest;
  plan: TicketPlan;
  merchantId: MerchantId;
  state: TicketState;
  expiresAt: number | null;
  hold: { id: HoldId; accountId: AccountId; amount: number } | null;
}

/** Gives every ticket of a batch its id, first state, deadline and hold. */
export function nameTickets(snapshot: OrderSnapshot, plans: readonly OrderPlan[], now: number): NamedTicket[] {
  return plans.flatMap(({ request, tickets }) =>
    tickets.map((plan): NamedTicket => {
      const stall = snapshot.stalls.get(stallKey(request.festivalId, plan.participationId, request.day));
      if (!stall) throw new Error('a stall was decided on that was not read');
      const { accountId } = request;
      return {
        id: newId('tkt', now),
        request,
        plan,
        merchantId: stall.merchantId,
        state: firstState(request),
        expiresAt: waitsForCash(request) ? cashExpiry(now, plan.slotStartsAt) : null,
        hold:
          request.payment === 'wallet' && accountId ? { id: newId('hld', now), accountId, amount: plan.total } : null,
      };
    }),
  );
}

function firstState(request: OrderRequest): TicketState {
  if (request.source === 'counter') return 'accepted';
  return waitsForCash(request) ? 'awaiting_cash' : 'placed';
}

// No vowels (no words by accident) and nothing that is mistaken for another when spoken or written.
const SPEAKABLE = 'BCDFGHJKLMNPQRTVWXYZ346789';
const SHORT_CODE_LENGTH = 6;

/** For speaking aloud; opens nothing alone. A code that exists already makes the unit run again with another. */
export function newShortCode(): string {
  return Array.from({ length: SHORT_CODE_LENGTH }, () => SPEAKABLE[randomInt(SPEAKABLE.length)]).join('');
}
