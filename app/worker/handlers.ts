import { endTopUp } from '~/domain/wallet/ask-rail.server';
import { returnMoney } from '~/domain/wallet/return-money.server';
import type { Handlers } from './handler';
import { sendMessageNow } from './send-message.server';

/** Who does what an outbox row asks for. Each capability adds its own lines; a kind without a line gets stuck at once. */
export const handlers: Handlers = {
  'message.send': sendMessageNow,

  'wallet.check_top_up': (app, { topUpId }) => endTopUp(app, topUpId),
  'wallet.return_money': (app, payload) => returnMoney(app, payload),
};
