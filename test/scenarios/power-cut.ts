import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { OrderId } from '~/shared/ids';
import { freePort } from '../setup/http-client';
import { openWorldAt, type World } from '../setup/open-world';
import { makePretendedDisk, type PretendedDisk } from '../setup/pretended-disk';
import { type SiteProcess, startSite } from '../setup/site-process';
import { nothingSent, type Sent, sendOrders } from './order-senders';
import { makeOrderSource, type OrderSource } from './order-source';
import { lookAtWhatIsLeft } from './what-is-left';

const CLIENTS = 8;

export interface CutWishes {
  cuts: number;
  /** Orders acknowledged between two cuts, at least and at most. */
  between: [least: number, most: number];
  folder: string;
  /** Another build, for the control. */
  main?: string;
}

export interface CutOutcome {
  acknowledged: number;
  /** Cuts after which an acknowledged order was gone. */
  cutsThatLost: number;
  /** Most acknowledged orders that one cut took. */
  lostMost: number;
  /** Breaches of what a day and a ledger must be, or of the file, after any cut. */
  broken: string[];
  others: string[];
}

/**
 * Lets customers order through HTTP from a process whose disk keeps only what was synced, and looks again and again at
 * what a power cut at that instant would leave: every write since the last fsync of its file is gone. SQLite only.
 */
export async function cutPowerWhileOrdering(
  world: World,
  { cuts, between, folder, main }: CutWishes,
): Promise<CutOutcome> {
  if (!('file' in world.location)) throw new Error('the pretended disk is made for SQLite');
  const source = await makeOrderSource(world, { orders: cuts * between[1], clients: CLIENTS });
  // What was there before lies safely on the disk.
  await sql`pragma wal_checkpoint(truncate)`.execute(world.database.writer);
  const own = mkdtempSync(join(folder, 'power-'));
  const disk = makePretendedDisk(world.location.file, own);
  const port = await freePort();
  const site = await startSite({
    location: world.location,
    folder: own,
    port,
    now: world.clock.now(),
    env: disk.env,
    ...(main ? { main } : {}),
  });
  const outcome: CutOutcome = { acknowledged: 0, cutsThatLost: 0, lostMost: 0, broken: [], others: [] };
  const sent = nothingSent();
  try {
    for (let cut = 0; cut < cuts; cut++) {
      const [least, most] = between;
      const until = sent.acknowledged.length + least + Math.floor(Math.random() * (most - least));
      const left = await orderAndCut(site, { sent, until, source, disk, to: join(own, `cut-${cut}`) });
      await lookAt(left, world, outcome);
    }
  } finally {
    await site.kill();
  }
  outcome.acknowledged = sent.acknowledged.length;
  outcome.others = [...sent.refused, ...sent.others];
  return outcome;
}

interface LeftByCut {
  file: string;
  told: OrderId[];
}

/** Customers go on all the time; in the middle of it the process is held, and the disk looked at as it is. */
async function orderAndCut(
  site: SiteProcess,
  {
    sent,
    until,
    source,
    disk,
    to,
  }: { sent: Sent; until: number; source: OrderSource; disk: PretendedDisk; to: string },
): Promise<LeftByCut> {
  let left: LeftByCut | null = null;
  const isOver = () => {
    if (!left && (sent.acknowledged.length >= until || sent.refused.length + sent.others.length > 0)) {
      site.process.kill('SIGSTOP');
      left = { told: [...sent.acknowledged], file: disk.afterPowerCut(to) };
      site.process.kill('SIGCONT');
    }
    return left !== null;
  };
  await sendOrders(site.origin, { next: source.wallet, clients: CLIENTS, sent, isOver });
  if (!left) throw new Error('the customers ended before the cut');
  return left;
}

async function lookAt({ file, told }: LeftByCut, { clock }: World, outcome: CutOutcome): Promise<void> {
  const world = await openWorldAt({ file }, { now: clock.now() });
  try {
    const { lost, broken } = await lookAtWhatIsLeft(world, told);
    if (lost.length > 0) outcome.cutsThatLost += 1;
    outcome.lostMost = Math.max(outcome.lostMost, lost.length);
    outcome.broken.push(...broken);
  } finally {
    await world.close();
  }
}
