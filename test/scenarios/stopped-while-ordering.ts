import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../setup/http-client';
import type { World } from '../setup/open-world';
import { startSite } from '../setup/site-process';
import { nothingSent, sendOrder } from './order-senders';
import { makeOrderSource } from './order-source';
import { lookAtWhatIsLeft } from './what-is-left';

export interface StopOutcome {
  acknowledged: number;
  /** Turned away with 503, or nobody listened any more. */
  turnedAway: number;
  /** The connection ended without an answer. */
  unanswered: number;
  /** Acknowledged and not there, or there and never answered. */
  wrong: string[];
  broken: string[];
  others: string[];
  exitCode: number | null;
  exitAfterMs: number;
}

export interface StopWishes {
  inFlight: number;
  folder: string;
  prefix?: readonly string[];
  /** SIGKILL is the control: nobody is answered then. */
  signal?: 'SIGTERM' | 'SIGKILL';
}

/** R16: SIGTERM while so many orders are in flight at once, each on a connection of its own. */
export async function stopWhileOrdering(
  world: World,
  { inFlight, folder, prefix = [], signal = 'SIGTERM' }: StopWishes,
): Promise<StopOutcome> {
  // A wallet has one order in flight; unpaid portions have a ceiling.
  const clients = Math.max(4, Math.floor(inFlight / 5));
  const source = await makeOrderSource(world, { orders: inFlight, clients });
  const own = mkdtempSync(join(folder, 'stopped-'));
  const place = { location: world.location, folder: own, port: await freePort(), now: world.clock.now(), prefix };
  const site = await startSite(place);
  const orders = Array.from({ length: inFlight }, (_, index) => (index < clients ? source.wallet() : source.cash()));
  const sent = nothingSent();
  const sending = orders.map((order) => sendOrder(site.origin, order, sent));
  while (sent.acknowledged.length < inFlight / 20) await new Promise((resolve) => setTimeout(resolve, 5));
  const began = performance.now();
  const exited = new Promise<number | null>((resolve) => site.process.once('exit', resolve));
  site.process.kill(signal);
  const [exitCode] = await Promise.all([exited, ...sending]);
  const exitAfterMs = performance.now() - began;
  const unheard = [...sent.unanswered, ...sent.turnedAway];
  const { lost, broken } = await lookAtWhatIsLeft(world, sent.acknowledged);
  const { lost: neverMade } = await lookAtWhatIsLeft(
    world,
    unheard.map(({ orderId }) => orderId),
  );
  return {
    acknowledged: sent.acknowledged.length,
    turnedAway: sent.turnedAway.length,
    unanswered: sent.unanswered.length,
    wrong: [
      ...lost.map((id) => `lost ${id}`),
      ...unheard
        .filter(({ orderId }) => !neverMade.includes(orderId))
        .map(({ orderId }) => `never answered ${orderId}`),
    ],
    broken,
    others: [...sent.refused, ...sent.others],
    exitCode,
    exitAfterMs,
  };
}
