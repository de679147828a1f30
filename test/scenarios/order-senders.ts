import type { OrderId } from '~/shared/ids';
import type { PreparedOrder } from '../factories/prepared-orders';
import { type Answer, send } from '../setup/http-client';

/** What became of orders that were sent to a process which may end at any moment. */
export interface Sent {
  /** Led to their order's page: what a customer was told. */
  acknowledged: OrderId[];
  /** The connection ended before an answer: nobody knows. */
  unanswered: PreparedOrder[];
  /** Turned away before anything was done: nobody listened. */
  turnedAway: PreparedOrder[];
  /** Answered with a refusal, or led elsewhere than to the order. */
  refused: string[];
  /** Any other answer, which no customer should see. */
  others: string[];
}

export function nothingSent(): Sent {
  return { acknowledged: [], unanswered: [], turnedAway: [], refused: [], others: [] };
}

/** Sends one prepared order and puts it where it belongs. */
export async function sendOrder(origin: string, order: PreparedOrder, sent: Sent): Promise<void> {
  const { headers, form, orderId } = order;
  let answer: Answer;
  try {
    answer = await send(origin, '/keranjang/bayar', { headers, form });
  } catch (error) {
    const refused = (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
    (refused ? sent.turnedAway : sent.unanswered).push(order);
    return;
  }
  const { status, headers: head, text } = answer;
  if (status === 303 && head.location === `/pesanan/${orderId}`) sent.acknowledged.push(orderId);
  else if (status === 503) sent.turnedAway.push(order);
  else if (status < 500) sent.refused.push(`${status} ${head.location ?? ''}`);
  else sent.others.push(`${status} ${text.slice(0, 200)}`);
}

/** So many customers at once, each sending one order after the other, until there is none left or `isOver`. */
export async function sendOrders(
  origin: string,
  {
    next,
    clients,
    sent,
    isOver = () => false,
  }: { next: () => PreparedOrder | null; clients: number; sent: Sent; isOver?: () => boolean },
): Promise<void> {
  const customer = async () => {
    for (let order = next(); order && !isOver(); order = next()) await sendOrder(origin, order, sent);
  };
  await Promise.all(Array.from({ length: clients }, customer));
}
