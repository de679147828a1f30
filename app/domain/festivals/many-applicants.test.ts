import { expect, it } from 'vitest';
import { type FestivalId, newId } from '~/shared/ids';
import { makeFestival } from '../../../test/factories/festivals';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { readApplicants } from './read-applicants.server';
import { readComposition } from './read-composition.server';

/** Applicants written row by row: the reads are what is measured. */
async function fill(world: World, festivalId: FestivalId, count: number): Promise<void> {
  const now = world.clock.now();
  const ids = Array.from({ length: count }, () => ({ merchant: newId('mrc', now), application: newId('apl', now) }));
  const questions = await world.db
    .selectFrom('festival_question')
    .select('id')
    .where('festival_id', '=', festivalId)
    .execute();
  await world.inTransaction(async (tx) => {
    for (const [n, { merchant, application }] of ids.entries()) {
      await tx
        .insertInto('merchant_profile')
        .values({
          id: merchant,
          slug: merchant,
          stall_name: `Lapak ${n}`,
          owner_name: 'Siti',
          phone: null,
          region_code: '1671',
          district: 'Bukitkecil',
          address: null,
          category: 'soups',
          story: null,
          photo_file_id: null,
          kbli_edition: null,
          kbli_code: null,
          woman_owned: null,
          capital: null,
          yearly_sales: null,
          qris_criterion: null,
          state: 'active',
          submitted_at: now,
          claimed_at: now,
          imported_by: null,
          import_identity: null,
          created_at: now,
          updated_at: now,
        })
        .execute();
      await tx
        .insertInto('festival_application')
        .values({
          id: application,
          festival_id: festivalId,
          merchant_id: merchant,
          state: 'complete',
          submitted_at: now + n,
          returned_why: null,
          created_at: now,
          created_by: null,
          updated_at: now,
        })
        .execute();
      await tx
        .insertInto('festival_answer')
        .values(
          questions.map(({ id }) => ({ application_id: application, question_id: id, answer: '40', saved_at: now })),
        )
        .execute();
      await tx
        .insertInto('merchant_document')
        .values({
          merchant_id: merchant,
          kind: 'ktp',
          answer: 'have',
          number_sealed: null,
          number_hmac: null,
          valid_until: null,
          declared_at: now,
          declared_by: null,
          source: 'owner',
          revision: 1,
        })
        .execute();
      await tx
        .insertInto('menu_dish')
        .values(
          Array.from({ length: 8 }, (_, d) => ({
            id: newId('dsh', now),
            merchant_id: merchant,
            name: `Menu ${d}`,
            description: null,
            category: null,
            price: 10_000,
            make_seconds: 300,
            make_seconds_set_by: null,
            halal: 'unknown',
            allergen_answer: 'unknown',
            spice_level: null,
            photo_file_id: null,
            photo_large_file_id: null,
            photo_colour: null,
            position: d,
            import_identity: null,
            created_at: now,
            updated_at: now,
            archived_at: null,
            archived_by: null,
          })),
        )
        .execute();
    }
  });
}

onBothEngines('222 applicants', (engine) => {
  it('are read in a handful of statements, as many as for two, and within 300 ms', async () => {
    const world = await engine.world();
    const few = await makeFestival(world);
    const many = await makeFestival(world, { boothCount: 60 });
    await fill(world, few.festivalId, 2);
    await fill(world, many.festivalId, 222);
    const count = async (festivalId: FestivalId) => {
      let statements = 0;
      const counted = world.db.withPlugin({
        transformQuery: ({ node }) => {
          statements++;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      const applicants = await readApplicants(counted, { festivalId, now: world.clock.now() });
      return {
        statements,
        applicants: applicants.length,
        complete: applicants.filter(({ missing }) => missing.length === 0).length,
      };
    };
    const two = await count(few.festivalId);
    expect(two).toMatchObject({ applicants: 2, complete: 2 });
    const began = performance.now();
    const all = await count(many.festivalId);
    const took = performance.now() - began;
    expect(all).toEqual({ statements: two.statements, applicants: 222, complete: 222 });
    expect(two.statements).toBeLessThanOrEqual(10);
    expect(took).toBeLessThan(300);
    const board = performance.now();
    expect(
      (await readComposition(world.db, { festivalId: many.festivalId, now: world.clock.now() })).tray,
    ).toHaveLength(222);
    expect(performance.now() - board).toBeLessThan(300);
  });
});
