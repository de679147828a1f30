import { createHash } from 'node:crypto';
import type { Tx } from '~/platform/app-context';
import type { OrderId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import { PUSHES_OF_ORDER_MAX } from './push-form';

export type KeepPushRefusal = { code: 'order_unknown' } | { code: 'push_full'; most: number };

export interface PushSubscriptionOfOrder {
  orderId: OrderId;
  endpoint: string;
  p256dh: string;
  auth: string;
  language: Language;
  now: number;
}

/** Keeps a browser that wants to hear when this order is ready. The same browser again only renews its keys. */
export async function keepPush(
  tx: Tx,
  { orderId, endpoint, p256dh, auth, language, now }: PushSubscriptionOfOrder,
): Promise<Result<undefined, KeepPushRefusal>> {
  // Locked, so that many browsers at once do not pass the ceiling together.
  const header = await lockRows(
    tx.selectFrom('order_header').select('festival_id').where('id', '=', orderId),
  ).executeTakeFirst();
  if (!header) return refuse({ code: 'order_unknown' });
  const key = {
    festival_id: header.festival_id,
    order_id: orderId,
    endpoint_hash: createHash('sha256').update(endpoint).digest('base64url'),
  };
  const { count } = await tx
    .selectFrom('order_push')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('festival_id', '=', key.festival_id)
    .where('order_id', '=', orderId)
    .where('endpoint_hash', '<>', key.endpoint_hash)
    .executeTakeFirstOrThrow();
  if (Number(count) >= PUSHES_OF_ORDER_MAX) return refuse({ code: 'push_full', most: PUSHES_OF_ORDER_MAX });
  await tx
    .insertInto('order_push')
    .values({ ...key, endpoint, p256dh, auth, language, created_at: now, gone_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['festival_id', 'order_id', 'endpoint_hash'])
        .doUpdateSet({ p256dh, auth, language, gone_at: null }),
    )
    .execute();
  return accept();
}
