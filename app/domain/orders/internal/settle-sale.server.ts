import type { Tx } from '~/platform/app-context';
import { captureHold } from '../../wallet/capture-hold.server';
import { chargeCashCommission } from '../../wallet/charge-cash-commission.server';
import type { Ticket } from './ticket.server';

/** A sale is final: the hold is captured to merchant and commission; for cash the merchant comes to owe the commission. */
export async function settleSale(tx: Tx, ticket: Ticket, now: number): Promise<void> {
  const { id: ticketId, merchant_id: merchantId, commission, commission_rule_id: ruleId, hold_id: holdId } = ticket;
  const key = `sale:${ticketId}`;
  const settled = holdId
    ? await captureHold(tx, { holdId, merchantId, commission, ruleId, key, now })
    : await chargeCashCommission(tx, { merchantId, ticketId, amount: commission, ruleId, key, now });
  // The ticket was taken and had not ended, so its hold is open; anything else is a fault and must not pass silently.
  if (!settled.ok) throw new Error(`sale of ${ticketId} could not be settled: ${settled.refusal.code}`);
}
