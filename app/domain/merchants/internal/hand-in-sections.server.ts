import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { lockRows } from '~db/engine.server';
import { SECTIONS, type Section, VOUCHED } from '../section';
import { isSameContent, readSectionContents, type SectionContent } from './section-content.server';

interface HandingIn {
  merchantId: MerchantId;
  by: PersonId | null;
  now: number;
}

/** Holds the merchant's row to the end of the unit of work: her sections are handed in and decided one after another. */
export async function lockMerchant(tx: Tx, merchantId: MerchantId): Promise<void> {
  await lockRows(tx.selectFrom('merchant_profile').select('id').where('id', '=', merchantId)).executeTakeFirstOrThrow();
}

/** Every section handed in for the first time. `vouched`: the organisation that imported her answers, nobody looks again. */
export async function handInSections(tx: Tx, { vouched, ...handing }: HandingIn & { vouched: boolean }): Promise<void> {
  const { merchantId, now } = handing;
  await lockMerchant(tx, merchantId);
  const contents = await readSectionContents(tx, merchantId);
  const decided = vouched ? { decided_at: now, reason: VOUCHED } : { decided_at: null, reason: null };
  for (const section of SECTIONS) {
    const made = await tx
      .insertInto('merchant_section')
      .values({
        merchant_id: merchantId,
        section,
        state: vouched ? 'passed' : 'submitted',
        revision: 1,
        submitted_at: now,
        ...decided,
        decided_by: null,
        fix: null,
      })
      .onConflict((conflict) => conflict.columns(['merchant_id', 'section']).doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) continue;
    const decision = vouched ? 'passed' : null;
    await keepRevision(tx, { ...handing, section, revision: 1, content: contents[section], decision, ...decided });
  }
}

/**
 * After a change of profile or papers: each section that says something else now is handed in again by itself. One
 * that waits keeps its place in the queue; its old revision can no longer be decided. Sections not handed in yet stay so.
 */
export async function handInChanged(tx: Tx, handing: HandingIn): Promise<void> {
  const { merchantId } = handing;
  await lockMerchant(tx, merchantId);
  const sections = await tx
    .selectFrom('merchant_section as s')
    .innerJoin('merchant_section_revision as r', (join) =>
      join
        .onRef('r.merchant_id', '=', 's.merchant_id')
        .onRef('r.section', '=', 's.section')
        .onRef('r.revision', '=', 's.revision'),
    )
    .select(['s.section', 's.state', 's.revision', 'r.content'])
    .where('s.merchant_id', '=', merchantId)
    .execute();
  if (sections.length === 0) return;
  const contents = await readSectionContents(tx, merchantId);
  for (const { section, state, revision, content } of sections) {
    const now = contents[section as Section];
    if (isSameContent(JSON.parse(content) as SectionContent, now)) continue;
    await handInAgain(tx, {
      ...handing,
      section: section as Section,
      revision,
      content: now,
      waits: state === 'submitted',
    });
  }
}

/** The next revision of one section. The caller holds the merchant's row and has read `revision` since. */
export async function handInAgain(
  tx: Tx,
  given: HandingIn & { section: Section; revision: number; content: SectionContent; waits: boolean },
): Promise<void> {
  const { merchantId, section, now, waits } = given;
  const revision = given.revision + 1;
  await tx
    .updateTable('merchant_section')
    .set({
      state: 'submitted',
      revision,
      decided_at: null,
      decided_by: null,
      reason: null,
      fix: null,
      ...(waits ? {} : { submitted_at: now }),
    })
    .where('merchant_id', '=', merchantId)
    .where('section', '=', section)
    .where('revision', '=', given.revision)
    .executeTakeFirst();
  await keepRevision(tx, { ...given, revision, decision: null, decided_at: null, reason: null });
}

interface NewRevision extends HandingIn {
  section: Section;
  revision: number;
  content: SectionContent;
  decision: 'passed' | null;
  decided_at: number | null;
  reason: string | null;
}

async function keepRevision(tx: Tx, { merchantId, by, now, content, ...given }: NewRevision): Promise<void> {
  const { section, revision, decision, decided_at, reason } = given;
  await tx
    .insertInto('merchant_section_revision')
    .values({
      merchant_id: merchantId,
      section,
      revision,
      content: JSON.stringify(content),
      at: now,
      by_person_id: by,
      decision,
      decided_at,
      decided_by: null,
      reason,
      fix: null,
    })
    .execute();
}
