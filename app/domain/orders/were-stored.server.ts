import type { Tx } from '~/platform/app-context';
import type { PlaceOrderAnswer } from './place-orders.server';

/** Whether the unit that gave these answers was committed: it wrote all its new orders or none of them. */
export async function wereStored(tx: Tx, answers: readonly PlaceOrderAnswer[]): Promise<boolean> {
  const written = answers.find((answer) => answer.ok && answer.value.existed === 'no');
  if (!written?.ok) return true;
  const row = await tx
    .selectFrom('order_header')
    .select('id')
    .where('id', '=', written.value.orderId)
    .executeTakeFirst();
  return row !== undefined;
}
