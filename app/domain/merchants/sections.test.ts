import { expect, it } from 'vitest';
import { NO_FENCES } from '~/shared/fences';
import { newId, type PersonId } from '~/shared/ids';
import { makePerson } from '../../../test/factories/identity';
import {
  accepted,
  type MadeMerchant,
  makeActiveMerchant,
  makeImportedMerchant,
} from '../../../test/factories/merchants';
import { makePaperPage } from '../../../test/factories/papers';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { claimMerchant } from './claim-merchant.server';
import { decideSection, type SectionVerdict } from './decide-section.server';
import { declareDocument } from './declare-document.server';
import { readMerchantState } from './read-merchant.server';
import { readPaper } from './read-paper.server';
import { countReviewQueue, readReviewQueue } from './read-review-queue.server';
import { readOwnSections, readSectionUnderReview } from './read-sections.server';
import { resubmitSection } from './resubmit-section.server';
import type { Section } from './section';
import { setPublishing } from './set-publishing.server';
import { submitMerchant } from './submit-merchant.server';
import { updateProfile } from './update-profile.server';

const PASSED: SectionVerdict = { outcome: 'passed' };
const RETURNED: SectionVerdict = { outcome: 'returned', reason: 'nik_differs', fix: 'NIK kurang satu angka.' };
const NIK = '1671014101900001';

interface Wish {
  merchantId: MadeMerchant['merchantId'];
  section: Section;
  revision?: number;
  verdict?: SectionVerdict;
  by: PersonId;
}

const decide = (world: World, { revision = 1, verdict = PASSED, ...wish }: Wish) =>
  world.inTransaction((tx) => decideSection(tx, { ...wish, revision, verdict, now: world.clock.now() }));

const statesOf = async (world: World, merchantId: MadeMerchant['merchantId']) =>
  Object.fromEntries((await readOwnSections(world.db, merchantId)).map(({ section, state }) => [section, state]));

onBothEngines('section review', (engine) => {
  it('a business is active once identity and business have passed, in any order', async () => {
    const world = await engine.world();
    const { personId: by } = await makePerson(world);
    const { merchantId } = await makeActiveMerchant(world, { state: 'submitted' });
    expect(accepted(await decide(world, { merchantId, section: 'business', by }))).toEqual({ activated: false });
    expect(await readMerchantState(world.db, merchantId)).toBe('submitted');
    expect(accepted(await decide(world, { merchantId, section: 'identity', by }))).toEqual({ activated: true });
    expect(await readMerchantState(world.db, merchantId)).toBe('active');
    const told = await world.db
      .selectFrom('platform_outbox')
      .select('payload')
      .where('kind', '=', 'message.send')
      .execute();
    const templates = told.map(({ payload }) => (JSON.parse(payload) as { template: string }).template);
    expect(templates.filter((template) => /^(section|merchant)_/.test(template)).sort()).toEqual([
      'merchant_active',
      'section_passed',
    ]);
  });

  it('a first photograph of a paper hands its section in again, the same photograph does not', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'submitted' });
    const revision = async () => {
      const { secrets } = world.app.ports;
      const section = await readSectionUnderReview(world.db, { merchantId, section: 'identity', secrets });
      return section?.revision;
    };
    await makePaperPage(world, { merchantId, ownerId });
    expect(await revision()).toBe(2);
    await makePaperPage(world, { merchantId, ownerId });
    expect(await revision()).toBe(2);
    expect((await readPaper(world.db, { merchantId, kind: 'ktp' }))?.revision).toBe(1);
  });

  it('two verifiers who pass the two sections at the same moment still make her active', async () => {
    const world = await engine.world();
    const { personId: by } = await makePerson(world);
    const made = await Promise.all(Array.from({ length: 5 }, () => makeActiveMerchant(world, { state: 'submitted' })));
    await Promise.all(
      made.flatMap(({ merchantId }) =>
        (['identity', 'business'] as const).map((section) => decide(world, { merchantId, section, by })),
      ),
    );
    for (const { merchantId } of made) expect(await readMerchantState(world.db, merchantId)).toBe('active');
  });

  it('of twenty verifiers one decides a section; the others learn who it was', async () => {
    const world = await engine.world();
    const { merchantId } = await makeActiveMerchant(world, { state: 'submitted' });
    const verifiers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => makePerson(world, { name: `Verifikator ${at}` })),
    );
    const decided = await Promise.all(
      verifiers.map(({ personId: by }, at) =>
        decide(world, { merchantId, section: 'identity', verdict: at % 2 === 0 ? PASSED : RETURNED, by }),
      ),
    );
    const winner = decided.findIndex((each) => each.ok);
    const losers = decided.filter((each) => !each.ok);
    expect(losers).toHaveLength(19);
    const state = winner % 2 === 0 ? 'passed' : 'returned';
    for (const each of losers) {
      expect(each).toEqual({
        ok: false,
        refusal: { code: 'section_moved', state, by: `Verifikator ${winner}` },
      });
    }
    const rows = await world.db
      .selectFrom('platform_audit')
      .select('actor_id')
      .where('action', 'in', ['section.passed', 'section.returned'])
      .where('subject_id', '=', merchantId)
      .execute();
    expect(rows).toEqual([{ actor_id: verifiers[winner]?.personId }]);
  });

  it('without its fences the same verb decides one section many times', async () => {
    const world = await engine.world();
    const { merchantId } = await makeActiveMerchant(world, { state: 'submitted' });
    const verifiers = await Promise.all(Array.from({ length: 20 }, () => makePerson(world)));
    const decided = await Promise.all(
      verifiers.map(({ personId: by }) =>
        world.inTransaction((tx) =>
          decideSection(tx, {
            ...{ merchantId, section: 'identity', revision: 1, verdict: RETURNED, by },
            now: world.clock.now(),
            fences: NO_FENCES,
          }),
        ),
      ),
    );
    expect(decided.filter((each) => each.ok).length).toBeGreaterThan(1);
  });

  it('a returned section comes back alone, with what was changed beside what was decided', async () => {
    const world = await engine.world();
    const { personId: by } = await makePerson(world, { name: 'Rani' });
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'submitted' });
    accepted(await decide(world, { merchantId, section: 'identity', verdict: RETURNED, by }));
    const [own] = await readOwnSections(world.db, merchantId);
    expect(own).toMatchObject({
      section: 'identity',
      state: 'returned',
      reason: 'nik_differs',
      fix: 'NIK kurang satu angka.',
      place: '/dokumen/ktp',
    });
    accepted(await decide(world, { merchantId, section: 'business', by }));
    const { secrets } = world.app.ports;
    const now = world.clock.now();
    const declared = { merchantId, kind: 'ktp', answer: 'have', number: NIK, by: ownerId, secrets, now } as const;
    accepted(await world.inTransaction((tx) => declareDocument(tx, declared)));
    expect(await statesOf(world, merchantId)).toEqual({ identity: 'submitted', business: 'passed' });
    const seen = await readSectionUnderReview(world.db, { merchantId, section: 'identity', secrets });
    expect(seen).toMatchObject({
      revision: 2,
      state: 'submitted',
      decided: null,
      last: { outcome: 'returned', by: 'Rani', reason: 'nik_differs' },
    });
    expect(seen?.lines).toContainEqual({ field: 'ktp.number', value: NIK, before: null, isChanged: true });
    expect(seen?.lines).toContainEqual({ field: 'owner_name', value: 'Siti', before: 'Siti', isChanged: false });
    expect(accepted(await decide(world, { merchantId, section: 'identity', revision: 2, by }))).toEqual({
      activated: true,
    });
  });

  it('numbers are kept sealed', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'submitted' });
    const { secrets } = world.app.ports;
    const now = world.clock.now();
    const declared = { merchantId, kind: 'ktp', answer: 'have', number: NIK, by: ownerId, secrets, now } as const;
    accepted(await world.inTransaction((tx) => declareDocument(tx, declared)));
    const kept = await world.db.selectFrom('merchant_section_revision').select('content').execute();
    expect(kept.length).toBe(3);
    expect(JSON.stringify(kept)).not.toContain(NIK);
  });

  it('a section that changes while a verifier reads it is not decided by what she read', async () => {
    const world = await engine.world();
    const { personId: by } = await makePerson(world);
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'submitted' });
    const [first] = (await readOwnSections(world.db, merchantId)).filter(({ section }) => section === 'business');
    const changes = { stallName: 'Pempek Lain' };
    world.clock.advance(60_000);
    accepted(
      await world.inTransaction((tx) =>
        updateProfile(tx, { merchantId, changes, by: ownerId, now: world.clock.now() }),
      ),
    );
    expect(await decide(world, { merchantId, section: 'business', by })).toEqual({
      ok: false,
      refusal: { code: 'section_moved', state: 'submitted', by: null },
    });
    // She keeps her place in the queue.
    const [now] = (await readOwnSections(world.db, merchantId)).filter(({ section }) => section === 'business');
    expect(now?.submittedAt).toBe(first?.submittedAt);
    accepted(await decide(world, { merchantId, section: 'business', revision: 2, by }));
  });

  it('an active business that changes its profile is reviewed again and stays active; saving the same changes nothing', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const save = (changes: { stallName?: string; capital?: number }) =>
      world.inTransaction((tx) => updateProfile(tx, { merchantId, changes, by: ownerId, now: world.clock.now() }));
    accepted(await save({ stallName: 'Pempek Contoh', capital: 5_000_000 }));
    expect(await statesOf(world, merchantId)).toEqual({ identity: 'passed', business: 'passed' });
    accepted(await save({ stallName: 'Pempek Baru' }));
    expect(await statesOf(world, merchantId)).toEqual({ identity: 'passed', business: 'submitted' });
    expect(await readMerchantState(world.db, merchantId)).toBe('active');
  });

  it('an owner who finds nothing to change sends the section again as it stands, once', async () => {
    const world = await engine.world();
    const { personId: by } = await makePerson(world);
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'submitted' });
    const again = () =>
      world.inTransaction((tx) =>
        resubmitSection(tx, { merchantId, section: 'identity', by: ownerId, now: world.clock.now() }),
      );
    expect(await again()).toEqual({
      ok: false,
      refusal: { code: 'section_moved', state: 'submitted', by: null },
    });
    accepted(await decide(world, { merchantId, section: 'identity', verdict: RETURNED, by }));
    accepted(await again());
    expect(await statesOf(world, merchantId)).toEqual({ identity: 'submitted', business: 'submitted' });
    expect((await again()).ok).toBe(false);
  });

  it('nobody decides about a business she belongs to', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'submitted' });
    expect(await decide(world, { merchantId, section: 'identity', by: ownerId })).toEqual({
      ok: false,
      refusal: { code: 'section_not_yours' },
    });
  });

  it('the queue is oldest first and holds nothing decided, closed or never handed in', async () => {
    const world = await engine.world();
    const { personId: by } = await makePerson(world);
    const first = await makeActiveMerchant(world, { state: 'submitted', stallName: 'Satu' });
    world.clock.advance(60_000);
    await makeActiveMerchant(world, { state: 'draft', stallName: 'Draf' });
    const second = await makeActiveMerchant(world, { state: 'submitted', stallName: 'Dua' });
    accepted(await decide(world, { merchantId: first.merchantId, section: 'identity', by }));
    const waiting = await readReviewQueue(world.db, { viewerId: by, count: 2 });
    expect(await countReviewQueue(world.db, by)).toBe(3);
    expect(waiting.map(({ stallName, what }) => [stallName, what])).toEqual([
      ['Satu', 'business'],
      ['Dua', 'identity'],
    ]);
    const rest = await readReviewQueue(world.db, { viewerId: by, count: 2, skip: 2 });
    expect(rest.map(({ merchantId, what }) => [merchantId, what])).toEqual([[second.merchantId, 'business']]);
  });

  it('one whom an office imported is vouched for by it and active at once', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const now = world.clock.now();
    const merchantId = await makeImportedMerchant(world, { organisationId: newId('org', now) });
    await world.inTransaction(async (tx) => {
      accepted(await claimMerchant(tx, { merchantId, personId, now }));
      const changes = { ownerName: 'Siti', district: 'Ilir', category: 'soups' } as const;
      accepted(await updateProfile(tx, { merchantId, changes, by: personId, now }));
      await setPublishing(tx, { merchantId, personId, consent: true, now });
      expect(accepted(await submitMerchant(tx, { merchantId, by: personId, now }))).toEqual({ state: 'active' });
    });
    const sections = await readOwnSections(world.db, merchantId);
    expect(sections.map(({ state, reason }) => [state, reason])).toEqual([
      ['passed', 'vouched'],
      ['passed', 'vouched'],
    ]);
  });
});
