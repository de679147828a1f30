import { expect, it } from 'vitest';
import type { ReadDb } from '~/platform/app-context';
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

/** How many statements a read sends, and what it answers. */
async function counting<Value>(world: World, read: (db: ReadDb) => Promise<Value>) {
  let statements = 0;
  const counted = world.db.withPlugin({
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { answer: await read(counted), statements };
}

onBothEngines('222 applicants', (engine) => {
  it('are read, and lie beside the plan, in a handful of statements: as many as for two', async () => {
    const world = await engine.world();
    const few = await makeFestival(world);
    const many = await makeFestival(world, { boothCount: 60 });
    await fill(world, few.festivalId, 2);
    await fill(world, many.festivalId, 222);
    const now = world.clock.now();
    const applicantsOf = ({ festivalId }: { festivalId: FestivalId }) =>
      counting(world, (db) => readApplicants(db, { festivalId, now }));
    const planOf = ({ festivalId }: { festivalId: FestivalId }) =>
      counting(world, (db) => readComposition(db, { festivalId, now }));
    const [two, all] = [await applicantsOf(few), await applicantsOf(many)];
    expect([two, all].map(({ answer }) => answer.length)).toEqual([2, 222]);
    expect(all.answer.filter(({ missing }) => missing.length > 0)).toEqual([]);
    expect(all.statements).toBe(two.statements);
    expect(two.statements).toBeLessThanOrEqual(10);
    const [small, whole] = [await planOf(few), await planOf(many)];
    expect([small, whole].map(({ answer }) => answer.tray.length)).toEqual([2, 222]);
    expect(whole.statements).toBe(small.statements);
    expect(small.statements).toBeLessThanOrEqual(20);
  });
});
