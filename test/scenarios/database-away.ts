import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { signInPerson } from '../factories/identity';
import type { PreparedOrder } from '../factories/prepared-orders';
import { type Answer, freePort, send } from '../setup/http-client';
import type { World } from '../setup/open-world';
import { makePretendedDisk } from '../setup/pretended-disk';
import { startSite } from '../setup/site-process';
import { nothingSent, sendOrder } from './order-senders';
import { makeOrderSource, type OrderSource } from './order-source';
import { lookAtWhatIsLeft } from './what-is-left';

/** What keeps the database from taking anything: no room on its disk, or somebody else who holds it. */
export type Trouble = 'disk full' | 'locked';

/** What the build knows such an error by, and what a control knows instead. */
export const DATABASE_AWAY_WORDS: Record<Trouble, [from: string, to: string]> = {
  'disk full': ['SQLITE_FULL|SQLITE_IOERR', 'SQLITE_NEVER'],
  locked: ['SQLITE_(BUSY|LOCKED)', 'SQLITE_NEVER'],
};

export interface AwayWishes {
  trouble: Trouble;
  /** Orders sent at once in the middle of it. */
  orders: number;
  /** It goes on for so long at least, ms. */
  lasts: number;
  folder: string;
  /** Another build, for the control. */
  main?: string;
}

export interface AwayOutcome {
  /** Answered 503 with Retry-After and a page that sends the same form again, the basket left in its cookie. */
  turnedAway: number;
  /** Orders of the middle that were answered otherwise. */
  others: string[];
  /** Of the middle, found in the database though nobody was told. */
  half: number;
  /** Pages that could not be read meanwhile. */
  unread: string[];
  /** The same orders sent again afterwards. */
  acknowledgedAfter: number;
  broken: string[];
}

/** R8 and R9: orders and readers while the database takes nothing, and the same orders once it does again. */
export async function orderWhileAway(world: World, wishes: AwayWishes): Promise<AwayOutcome> {
  const { trouble, orders: count, lasts, folder, main } = wishes;
  const clients = Math.max(2, Math.floor(count / 4));
  const source = await makeOrderSource(world, { orders: 2 * count, clients });
  const own = mkdtempSync(join(folder, 'away-'));
  const { env, begin, end } = await makeTrouble(world, trouble, own);
  const place = { location: world.location, folder: own, port: await freePort(), now: world.clock.now(), env };
  const site = await startSite({ ...place, ...(main ? { main } : {}) });
  try {
    const known = nothingSent();
    await sendOrder(site.origin, source.wallet(), known);
    // Every wallet has one order in flight.
    const orders = Array.from({ length: count }, (_, n) => (n < clients ? source.wallet() : source.cash()));
    const pages = await pagesOf(world, source, known.acknowledged[0] ?? '');
    await begin();
    const began = performance.now();
    const answers = Promise.all(orders.map((order) => sendAndRead(site.origin, order)));
    const unread = await readPages(site.origin, pages);
    const words = await answers;
    const left = lasts - (performance.now() - began);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    await end();
    const { lost } = await lookAtWhatIsLeft(
      world,
      orders.map(({ orderId }) => orderId),
    );
    const after = nothingSent();
    await Promise.all(orders.map((order) => sendOrder(site.origin, order, after)));
    const { lost: lostAfter, broken } = await lookAtWhatIsLeft(world, [...known.acknowledged, ...after.acknowledged]);
    return {
      turnedAway: words.filter((word) => word === 'turned away').length,
      others: words.filter((word) => word !== 'turned away'),
      half: count - lost.length,
      unread,
      acknowledgedAfter: after.acknowledged.length,
      broken: [...broken, ...lostAfter.map((id) => `lost ${id}`)],
    };
  } finally {
    await site.kill();
  }
}

async function sendAndRead(origin: string, { headers, form }: PreparedOrder): Promise<string> {
  const answer = await send(origin, '/keranjang/bayar', { headers, form });
  return keepsBasket(answer, form) ? 'turned away' : `${answer.status} ${answer.text.slice(0, 120)}`;
}

/** One tap sends the same again; only a secret is typed anew. */
function keepsBasket({ status, headers, text }: Answer, form: Record<string, string>): boolean {
  const isThere =
    text.includes('method="post"') && text.includes('name="cara"') && text.includes(`value="${form.cara}"`);
  const isTaken = (headers['set-cookie'] ?? []).some((cookie) => cookie.startsWith('keranjang='));
  return (
    status === 503 &&
    Number(headers['retry-after']) > 0 &&
    isThere &&
    !isTaken &&
    !(form.pin && text.includes(form.pin))
  );
}

type Page = [path: string, session?: string];

/** What can be read must be readable all the time, by anybody, a customer and a stall. */
async function pagesOf(world: World, { festival, payers }: OrderSource, orderId: string): Promise<Page[]> {
  const stall = festival.stalls[0]!;
  return [
    [`/festival/${festival.slug}`],
    [`/festival/${festival.slug}/lapak/${stall.slug}`],
    [`/festival/${festival.slug}/lapak/${stall.slug}/stok`],
    [`/pesanan/${orderId}`],
    ['/dompet', payers[0]?.session],
    [`/papan/${stall.participationId}`, await signInPerson(world, stall.ownerId)],
  ];
}

async function readPages(origin: string, pages: readonly Page[]): Promise<string[]> {
  const unread: string[] = [];
  for (const [path, session] of pages) {
    const { status } = await send(origin, path, { session });
    if (status !== 200) unread.push(`${status} ${path}`);
  }
  return unread;
}

interface MadeTrouble {
  /** For the process. */
  env: Record<string, string>;
  begin: () => Promise<void>;
  end: () => Promise<void>;
}

async function makeTrouble(world: World, trouble: Trouble, folder: string): Promise<MadeTrouble> {
  if (trouble === 'locked') return { env: {}, ...holdDatabase(world) };
  if (!('file' in world.location)) throw new Error('the pretended disk is made for SQLite');
  await sql`pragma wal_checkpoint(truncate)`.execute(world.database.writer);
  const disk = makePretendedDisk(world.location.file, folder);
  return { env: disk.env, begin: async () => disk.fill(), end: async () => void disk.free() };
}

/** Somebody else writes and does not come to an end: SQLite's one writer; on PostgreSQL what every order writes. */
function holdDatabase({ engine, database }: World): Omit<MadeTrouble, 'env'> {
  let letGo = () => {};
  let held: Promise<unknown> = Promise.resolve();
  return {
    begin: () =>
      new Promise((holding, failed) => {
        held = database.writer.transaction().execute(async (tx) => {
          if (engine === 'postgres') {
            // Ours would be put out for idling.
            await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
            await sql`lock table order_header, wallet_hold in exclusive mode`.execute(tx);
          }
          holding();
          await new Promise<void>((resolve) => {
            letGo = resolve;
          });
        });
        held.catch(failed);
      }),
    end: async () => {
      letGo();
      await held;
    },
  };
}
