import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Tx } from '~/platform/app-context';
import type { LiveTopic } from '~/platform/live.server';
import { makeOpenFestival, type OpenStall } from '../../../test/factories/stalls';
import { onBothEngines } from '../../../test/setup/engines';
import { checkInStall } from './check-in-stall.server';
import { closeStallDays } from './close-stall-days.server';
import { endStall } from './end-stall.server';
import { markBack } from './mark-back.server';
import { markSilent } from './mark-silent.server';
import { markSoldOut } from './mark-sold-out.server';
import { pauseStall } from './pause-stall.server';
import { prepareStall } from './prepare-stall.server';
import { refreshDish } from './refresh-dish.server';
import { resumeStall } from './resume-stall.server';
import { setFestivalPrice } from './set-festival-price.server';
import { setStallDish } from './set-stall-dish.server';
import { setStock } from './set-stock.server';
import { withdrawListing } from './withdraw-listing.server';

type Verb = (tx: Tx, stall: OpenStall, now: number) => Promise<unknown>;

const keyOf = ({ festivalId, participationId, listings, day }: OpenStall) => ({
  festivalId,
  participationId,
  listing: listings[0] ?? 0,
  day,
});

const VERBS: Record<string, Verb> = {
  checkInStall: (tx, stall, now) => checkInStall(tx, { ...keyOf(stall), now }),
  pauseStall: (tx, stall, now) => pauseStall(tx, { ...keyOf(stall), reason: 'busy', now }),
  resumeStall: (tx, stall, now) => resumeStall(tx, { ...keyOf(stall), now }),
  markSoldOut: (tx, stall, now) => markSoldOut(tx, { ...keyOf(stall), option: null, now }),
  'markSoldOut: an option': (tx, stall, now) => markSoldOut(tx, { ...keyOf(stall), option: 1, now }),
  markBack: (tx, stall, now) => markBack(tx, { ...keyOf(stall), option: null, now }),
  setStock: (tx, stall, now) => setStock(tx, { ...keyOf(stall), portions: 7, now }),
  setFestivalPrice: (tx, stall, now) => setFestivalPrice(tx, { ...keyOf(stall), price: 12_000, now }),
  setStallDish: (tx, stall, now) =>
    setStallDish(tx, {
      ...keyOf(stall),
      portions: 3,
      price: 9_000,
      shown: { portions: null, price: undefined },
      now,
    }),
  withdrawListing: (tx, stall, now) => withdrawListing(tx, { ...keyOf(stall), act: 'withdraw', now }),
  refreshDish: (tx, stall, now) => refreshDish(tx, { dishId: stall.dishIds[0]!, now }),
  prepareStall: (tx, stall, now) => prepareStall(tx, { ...keyOf(stall), now }),
  endStall: (tx, stall, now) => endStall(tx, { ...keyOf(stall), now }),
  closeStallDays: (tx, stall, now) => closeStallDays(tx, { ...keyOf(stall), now }),
  markSilent: async (tx, { festivalId, participationId }, now) => {
    const beat = { festival_id: festivalId, participation_id: participationId, seen_at: 0, silent_at: null };
    await tx.insertInto('stall_heartbeat').values(beat).execute();
    await markSilent(tx, { now });
  },
};

onBothEngines('open boards and the control room hear of a stall', (engine) => {
  it.each(Object.keys(VERBS))('after %s', async (name) => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}, {}]);
    const stall = stalls[0]!;
    const heard: LiveTopic[] = [];
    world.app.onLive((topics) => heard.push(...(topics === 'all' ? [] : topics)));
    await world.inTransaction((tx) => VERBS[name]!(tx, stall, world.clock.now()));
    // The other stall's board is left alone.
    expect([...new Set(heard)].sort()).toEqual([`board:${stall.participationId}`, `control:${stall.festivalId}`]);
  });
});

/** Called for many stalls at once by orders, whose tickets tell the same pages; the lock changes nothing. */
const TOLD_BY_ORDERS = [
  'give-back-portions.server.ts',
  'give-back-slot-seconds.server.ts',
  'take-pickup-numbers.server.ts',
  'take-portions.server.ts',
  'take-slot-seconds.server.ts',
];

it('a verb that writes and tells nobody is found', () => {
  const folder = new URL('.', import.meta.url);
  const silent = readdirSync(folder)
    .filter((file) => file.endsWith('.server.ts'))
    .filter((file) =>
      /insertInto|updateTable|deleteFrom|\bupdate stall_/.test(readFileSync(new URL(file, folder), 'utf8')),
    )
    .filter((file) => !/\btellStalls?\(/.test(readFileSync(new URL(file, folder), 'utf8')));
  expect(silent).toEqual(TOLD_BY_ORDERS);
});
