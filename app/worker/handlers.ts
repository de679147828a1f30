import { applyImport } from '~/domain/menus/import/apply-import.server';
import { stageImport } from '~/domain/menus/import/stage-import.server';
import { endTopUp } from '~/domain/wallet/ask-rail.server';
import { returnMoney } from '~/domain/wallet/return-money.server';
import { closeCallNow, expireOfferNow, remindOfferNow, startDayNow } from './festival-clock.server';
import type { AllHandlers } from './handler';
import { finishPhoneChangeNow } from './phone-change.server';
import { dropExportNow, erasePersonNow, makeExportNow } from './privacy.server';
import { pushReadyNow } from './push-ready.server';
import { sendMessageNow } from './send-message.server';
import {
  askCustomerNow,
  closeFestivalDay,
  endStallNow,
  expireTicketNow,
  followDish,
  followMerchant,
  prepareStallNow,
  returnCancelledNow,
} from './stall-day.server';

/** Who does what an outbox row asks for. Each capability adds its own lines; the compiler misses one that is forgotten. */
export const handlers: AllHandlers = {
  'message.send': sendMessageNow,

  'identity.finish_phone_change': (app, payload) => finishPhoneChangeNow(app, payload),

  'festivals.close_call': (app, payload) => closeCallNow(app, payload),
  'festivals.start_day': (app, payload) => startDayNow(app, payload),
  'festivals.expire_offer': (app, payload) => expireOfferNow(app, payload),
  'festivals.remind_offer': (app, payload) => remindOfferNow(app, payload),

  'stalls.prepare': (app, payload) => prepareStallNow(app, payload),
  'stalls.end': (app, payload) => endStallNow(app, payload),
  'stalls.dish_changed': (app, payload) => followDish(app, payload),
  'stalls.merchant_changed': (app, payload) => followMerchant(app, payload),
  'orders.expire_ticket': (app, payload) => expireTicketNow(app, payload),
  'orders.ask_customer': (app, payload) => askCustomerNow(app, payload),
  'orders.return_cancelled': (app, payload) => returnCancelledNow(app, payload),
  'orders.push_ready': (app, payload) => pushReadyNow(app, payload),
  'orders.close_day': (app, payload) => closeFestivalDay(app, payload),

  'menus.stage_import': (app, payload) => stageImport(app, payload),
  'menus.apply_import': (app, payload) => applyImport(app, payload),

  'privacy.make_export': (app, payload) => makeExportNow(app, payload),
  'privacy.drop_export': (app, payload) => dropExportNow(app, payload),
  'privacy.erase': (app, payload) => erasePersonNow(app, payload),

  'wallet.check_top_up': (app, { topUpId }) => endTopUp(app, topUpId),
  'wallet.return_money': (app, payload) => returnMoney(app, payload),
};
