import { expect, it } from 'vitest';
import { readComposition } from '~/domain/festivals/read-composition.server';
import { readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { readWaitingList } from '~/domain/festivals/read-offers.server';
import { readParticipations } from '~/domain/festivals/read-participation.server';
import { readReviewQueue } from '~/domain/merchants/read-review-queue.server';
import { readStallCards } from '~/domain/stalls/read-stall-cards.server';
import { readProgress } from '~/domain/training/read-progress.server';
import type { MerchantId } from '~/shared/ids';
import { onOneEngine, type World } from '../../../test/setup/engines';
import { DEMO_OPENS_AT } from '../demo-clock';
import { readSignInRoles } from '../read-sign-in-roles';
import { tellStory } from './story';

const MINUTES = 60_000;

async function readVerifier(world: World) {
  const verifier = (await readSignInRoles(world.db)).find(({ role }) => role === 'verifier');
  if (!verifier) throw new Error('the demo has no verifier');
  return verifier;
}

/** Whose owner has finished the course. */
async function readCertified(world: World): Promise<MerchantId> {
  const { merchant_id } = await world.db
    .selectFrom('training_certificate')
    .select('merchant_id')
    .executeTakeFirstOrThrow();
  return merchant_id;
}

async function festivalOf(world: World, slug: string) {
  const festival = await readFestivalBySlug(world.db, slug);
  if (!festival) throw new Error(`no festival ${slug}`);
  return festival;
}

// Only SQLite: the verbs have their tests on both, and PostgreSQL takes a minute for the same story.
onOneEngine('sqlite', 'the demo', (engine) => {
  it(
    'has a festival of thirty stalls and one of 222 running, and one that waits to be composed',
    async () => {
      const world = await engine.world();
      await tellStory(world.app);

      const palembang = await festivalOf(world, 'pesta-rasa-palembang');
      expect(palembang.state).toBe('running');
      expect(await readParticipations(world.db, palembang.id)).toHaveLength(30);

      const banyuwangi = await festivalOf(world, 'sabtu-rasa-banyuwangi');
      expect(banyuwangi.state).toBe('running');
      expect(banyuwangi.days.map(({ day, closedAt }) => [day, closedAt === null ? 'ahead' : 'closed'])).toEqual([
        ['2026-11-14', 'closed'],
        ['2026-11-21', 'closed'],
        ['2026-11-28', 'ahead'],
        ['2026-12-05', 'ahead'],
      ]);
      const asked = { festivalId: banyuwangi.id, day: '2026-11-28', now: DEMO_OPENS_AT };
      const front = await readStallCards(world.db, { ...asked, page: 1 });
      expect(front.total).toBe(222);
      expect(front.stalls.map(({ booth }) => booth)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
      const last = await readStallCards(world.db, { ...asked, page: 10 });
      expect(last.stalls.map(({ booth }) => booth)).toEqual([217, 218, 219, 220, 221, 222]);
      for (const stall of [...front.stalls, ...last.stalls]) {
        expect(stall.standing).toBe('open');
        expect(stall.dishCount).toBeGreaterThan(1);
      }
      expect((await readWaitingList(world.db, banyuwangi.id)).length).toBeGreaterThan(30);
      const turnedAway = await readComposition(world.db, { festivalId: banyuwangi.id, now: world.clock.now() });
      expect(turnedAway.notChosen.length).toBeGreaterThan(100);

      const bandung = await festivalOf(world, 'pesta-rasa-bandung');
      expect(bandung.state).toBe('curating');
      const { booths, tray, incomplete } = await readComposition(world.db, {
        festivalId: bandung.id,
        now: world.clock.now(),
      });
      expect(booths.filter(({ stall }) => stall)).toHaveLength(6);
      expect(tray.length + incomplete.length).toBe(54);
      expect(incomplete.length).toBeGreaterThan(20);
      expect(tray.length).toBeGreaterThan(15);

      const roles = (await readSignInRoles(world.db)).map(({ role }) => role);
      expect(roles).toEqual([
        ...Array(3).fill('merchant'),
        ...Array(3).fill('organiser'),
        ...['customer', 'operator', 'verifier', 'merchant', 'merchant'],
      ]);

      const certified = await readCertified(world);
      const lessons = await readProgress(world.db, { merchantId: certified, now: world.clock.now() });
      expect(lessons.filter(({ complete, openedAt }) => !complete || openedAt === null)).toEqual([]);

      const { personId } = await readVerifier(world);
      const waiting = await readReviewQueue(world.db, { viewerId: personId, count: 20 });
      expect(waiting.map(({ what }) => what).sort()).toEqual([
        ...Array(4).fill('business'),
        ...Array(3).fill('identity'),
        ...Array(2).fill('payout'),
      ]);
    },
    4 * MINUTES,
  );
});
