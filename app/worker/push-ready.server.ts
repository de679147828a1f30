import { markPushGone } from '~/domain/orders/mark-push-gone.server';
import { readPush } from '~/domain/orders/read-push.server';
import { wordsFor } from '~/i18n';
import { sendPush } from '~/integrations/push/web-push.server';
import type { AppContext } from '~/platform/app-context';
import type { OutboxPayloads } from '~/platform/outbox-kinds';
import { pathTo } from '~/shared/paths';
import { MINUTE_MS } from '~/shared/time';
import type { HandlerAnswer } from './handler';

/** Later than this she has her food, or has asked. */
const HELPS_FOR = 30 * MINUTE_MS;

/** Tells one browser that food is ready: number, stall and booth, in words for a locked screen. */
export async function pushReadyNow(
  app: AppContext,
  payload: OutboxPayloads['orders.push_ready'],
): Promise<HandlerAnswer> {
  const keys = app.config.push;
  if (!keys) return { dropped: 'push is switched off' };
  const push = await readPush(app.db, payload);
  const left = push ? push.readyAt + HELPS_FOR - app.clock.now() : 0;
  if (!push || left <= 0) return { dropped: 'collected already, or too late to help anybody' };
  const { live } = wordsFor(push.language);
  const text = JSON.stringify({
    title: live.push.title(push.pickupNumber, push.booth),
    body: live.push.body(push.stall),
    path: pathTo(`/pesanan/${push.orderId}`, push.language),
    // The same ticket told twice is one notification.
    tag: payload.ticketId,
  });
  const outcome = await sendPush(keys, push, text, { keepFor: Math.ceil(left / 1_000) });
  if (outcome === 'sent') return {};
  return { record: (tx) => markPushGone(tx, { ...payload, now: app.clock.now() }) };
}
