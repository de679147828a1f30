import type {
  DishId,
  FestivalId,
  Id,
  ImportId,
  MerchantId,
  OfferId,
  ParticipationId,
  PrivacyRequestId,
  TicketId,
} from '~/shared/ids';
import type { MessagePayload } from './message.server';

/** Every effect that leaves a unit of work: kind -> what it carries. Each owner adds its own line; app/worker/handlers.ts runs them. */
export interface OutboxPayloads {
  'message.send': MessagePayload;

  /** Three days after a person asked for another number. */
  'identity.finish_phone_change': { changeId: Id<'phc'> };

  /** Asks the rail what became of a top-up that has not ended. */
  'wallet.check_top_up': { topUpId: Id<'top'> };
  /** Gives card money back that could not be credited. */
  'wallet.return_money': { topUpId: Id<'top'>; amount: number };

  'menus.stage_import': { importId: ImportId };
  'menus.apply_import': { importId: ImportId };

  'festivals.close_call': { festivalId: FestivalId };
  'festivals.start_day': { festivalId: FestivalId; day: string };
  'festivals.expire_offer': { offerId: OfferId };
  'festivals.remind_offer': { offerId: OfferId };

  'stalls.prepare': { participationId: ParticipationId };
  /** She withdrew after accepting: her stall closes. */
  'stalls.end': { participationId: ParticipationId };
  'stalls.dish_changed': { dishId: DishId };
  /** Her name or whether she may be seen. */
  'stalls.merchant_changed': { merchantId: MerchantId };

  'orders.expire_ticket': { festivalId: FestivalId; ticketId: TicketId };
  'orders.ask_customer': { festivalId: FestivalId; ticketId: TicketId };
  /** Food is ready: one browser that waits is told. */
  'orders.push_ready': { festivalId: FestivalId; ticketId: TicketId; endpointHash: string };
  /** The festival was cancelled: orders that are not ready end and money goes back. */
  'orders.return_cancelled': { festivalId: FestivalId };
  'orders.close_day': { festivalId: FestivalId; day: string };

  'privacy.make_export': { requestId: PrivacyRequestId };
  /** The export was kept long enough. */
  'privacy.drop_export': { requestId: PrivacyRequestId };
  'privacy.erase': { requestId: PrivacyRequestId };
}

export type OutboxKind = keyof OutboxPayloads;
export type OutboxId = Id<'out'>;
