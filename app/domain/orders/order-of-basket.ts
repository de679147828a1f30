import type { AccountId, FestivalId, Id, OrderId, PersonId } from '~/shared/ids';
import type { OrderRequest } from './internal/order-snapshot';
import type { ChosenSlot, RequestedLine } from './orders';

/** Who pays from a wallet, and what shows that it is she. */
export interface WalletPayer {
  personId: PersonId;
  accountId: AccountId;
  /** When a typed PIN was found right; null: one remembered on this session has to do. */
  pinCheckedAt: number | null;
  sessionId: Id<'ses'>;
}

export interface BasketOrder {
  basket: { orderId: OrderId; festivalId: FestivalId; lines: readonly RequestedLine[] };
  day: string;
  /** Null: cash at the stalls. */
  payer: WalletPayer | null;
  browserHmac: string;
  language: string;
  slots: readonly ChosenSlot[];
}

/** A customer's basket as a request, the same for whoever places it: the page's action or the order lane. Pure. */
export function orderOfBasket({ basket, day, payer, browserHmac, language, slots }: BasketOrder): OrderRequest {
  return {
    orderId: basket.orderId,
    festivalId: basket.festivalId,
    day,
    source: 'customer',
    payment: payer ? 'wallet' : 'cash',
    personId: payer?.personId ?? null,
    accountId: payer?.accountId ?? null,
    pinCheckedAt: payer?.pinCheckedAt ?? null,
    sessionId: payer?.sessionId ?? null,
    browserHmac,
    language,
    lines: basket.lines,
    slots,
    byPersonId: null,
  };
}
