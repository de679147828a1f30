import { createHash } from 'node:crypto';
import { expect, it, test } from 'vitest';
import { wordsFor } from '~/i18n';
import { CONSENT_TEXTS, consentText } from '~/i18n/consent-texts';
import { newId, type OrganisationId, type PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { DAY_MS } from '~/shared/time';
import { makePerson, readSentCode } from '../../../test/factories/identity';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { acceptInvitation } from './accept-invitation.server';
import { addMember } from './add-member.server';
import { CONSENT_NOTICES } from './consent-notices';
import { createOrganisation } from './create-organisation.server';
import { endMember } from './end-member.server';
import { giveConsent } from './give-consent.server';
import { hasConsent } from './has-consent.server';
import { CONSENT_PURPOSES } from './identity';
import { invite } from './invite.server';
import { makeFirstOperator } from './make-first-operator.server';
import { readInvitationsOf, readInvitationsTo } from './read-invitations.server';
import { readMembers, readMemberships } from './read-memberships.server';
import { readOrganisations, readOrganisationsOf } from './read-organisations.server';
import { revokeInvitation } from './revoke-invitation.server';
import { mayDo } from './rights';
import { sendSignInCode } from './send-sign-in-code.server';
import { signInByCode } from './sign-in-by-code.server';
import { withdrawConsent } from './withdraw-consent.server';

const RANI: E164 = '+6281000000077';

async function makeOrganisation(world: World, name = 'Dinas Koperasi') {
  const now = world.clock.now();
  const { personId: operatorId } = await makePerson(world);
  const id = await world.inTransaction((tx) =>
    createOrganisation(tx, { name, kind: 'government', regionCode: '1671', createdBy: operatorId, now }),
  );
  return { id, operatorId };
}

const inviteRani = (world: World, { id, operatorId }: { id: OrganisationId; operatorId: PersonId }) =>
  world.inTransaction((tx) =>
    invite(tx, {
      phone: RANI,
      scopeKind: 'organisation',
      scopeId: id,
      scopeName: 'Dinas Koperasi',
      role: 'organiser',
      createdBy: operatorId,
      language: 'id',
      now: world.clock.now(),
    }),
  );

onBothEngines('organisations and roles', (engine) => {
  it('two organisations of one name get two addresses', async () => {
    const world = await engine.world();
    await makeOrganisation(world);
    await makeOrganisation(world);
    expect((await readOrganisations(world.db)).map(({ slug }) => slug).sort()).toEqual([
      'dinas-koperasi',
      'dinas-koperasi-2',
    ]);
  });

  it('a role given twice is one role', async () => {
    const world = await engine.world();
    const { id } = await makeOrganisation(world);
    const { personId } = await makePerson(world);
    const give = () =>
      world.inTransaction((tx) =>
        addMember(tx, {
          personId,
          scopeKind: 'organisation',
          scopeId: id,
          role: 'organiser',
          createdBy: null,
          now: world.clock.now(),
        }),
      );
    await Promise.all([give(), give(), give()]);
    expect(await readMemberships(world.db, personId)).toHaveLength(1);
    expect(await readOrganisationsOf(world.db, personId)).toMatchObject([{ id }]);
    const audited = await world.db
      .selectFrom('platform_audit')
      .select('id')
      .where('action', '=', 'member.added')
      .execute();
    expect(audited).toHaveLength(1);
  });

  it('the last organiser stays, of two one may go', async () => {
    const world = await engine.world();
    const { id } = await makeOrganisation(world);
    const role = { scopeKind: 'organisation', scopeId: id, role: 'organiser' } as const;
    const { personId: one } = await makePerson(world, { role });
    const { personId: two } = await makePerson(world, { role });
    const end = (personId: PersonId) =>
      world.inTransaction((tx) => endMember(tx, { personId, ...role, endedBy: one, now: world.clock.now() }));
    const both = await Promise.all([end(one), end(two)]);
    expect(both.filter((ended) => ended.ok)).toHaveLength(1);
    expect(both.find((ended) => !ended.ok)).toEqual({
      ok: false,
      refusal: { code: 'member_last', role: 'organiser' },
    });
    expect(await readMembers(world.db, role)).toHaveLength(1);
    const { personId: stranger } = await makePerson(world);
    expect(await end(stranger)).toEqual({ ok: false, refusal: { code: 'member_unknown' } });
  });

  it('a role counts only in its own organisation', async () => {
    const world = await engine.world();
    const mine = await makeOrganisation(world, 'Mine');
    const other = await makeOrganisation(world, 'Other');
    const { personId } = await makePerson(world, {
      role: { scopeKind: 'organisation', scopeId: mine.id, role: 'observer' },
    });
    const memberships = await readMemberships(world.db, personId);
    expect(mayDo(memberships, 'organisation.view', mine.id)).toBe(true);
    expect(mayDo(memberships, 'organisation.run', mine.id)).toBe(false);
    expect(mayDo(memberships, 'organisation.view', other.id)).toBe(false);
    expect(mayDo(memberships, 'merchant.view', mine.id)).toBe(false);
    expect(mayDo(memberships, 'operator')).toBe(false);
  });

  it('OPERATOR_PHONE makes the first operator and nobody after', async () => {
    const world = await engine.world();
    const make = (phone: E164) => world.inTransaction((tx) => makeFirstOperator(tx, { phone, now: world.clock.now() }));
    await make(RANI);
    await make(RANI);
    await make('+6281000000078');
    const operators = await readMembers(world.db, { scopeKind: 'installation', scopeId: 'installation' });
    expect(operators.map(({ phone }) => phone)).toEqual([RANI]);
  });
});

onBothEngines('invitations by phone', (engine) => {
  it('a first sign-in takes the invitation up by itself', async () => {
    const world = await engine.world();
    const made = await makeOrganisation(world);
    expect(await inviteRani(world, made)).toMatchObject({ ok: true });
    const now = world.clock.now();
    const { secrets } = world.app.ports;
    await world.inTransaction((tx) => sendSignInCode(tx, { phone: RANI, language: 'id', secrets, now }));
    const code = await readSentCode(world.app, RANI);
    const signed = await signInByCode(world.app, { phone: RANI, code, device: '', language: 'id', now });
    if (!signed.ok) throw new Error(signed.refusal.code);
    expect(await readMemberships(world.db, signed.value.personId)).toEqual([
      { scopeKind: 'organisation', scopeId: made.id, role: 'organiser' },
    ]);
  });

  it('who was here before takes it up by a tap, once, and nobody else can', async () => {
    const world = await engine.world();
    const made = await makeOrganisation(world);
    const { personId } = await makePerson(world, { phone: RANI });
    const { personId: stranger, phone: otherPhone } = await makePerson(world);
    await inviteRani(world, made);
    const now = world.clock.now();
    const [open] = await readInvitationsTo(world.db, { phone: RANI, now });
    expect(open).toMatchObject({ scopeName: 'Dinas Koperasi', role: 'organiser' });
    const take = (who: PersonId, phone: E164) =>
      world.inTransaction((tx) => acceptInvitation(tx, { invitationId: open!.id, personId: who, phone, now }));
    expect(await take(stranger, otherPhone)).toEqual({ ok: false, refusal: { code: 'invitation_gone' } });
    const taps = await Promise.all([take(personId, RANI), take(personId, RANI)]);
    expect(taps.filter((tap) => tap.ok)).toHaveLength(1);
    expect(await readMemberships(world.db, personId)).toHaveLength(1);
    expect(await inviteRani(world, made)).toEqual({ ok: false, refusal: { code: 'already_member' } });
  });

  it('an open invitation is not sent twice; it ends after 14 days or when taken back', async () => {
    const world = await engine.world();
    const made = await makeOrganisation(world);
    const scope = { scopeKind: 'organisation', scopeId: made.id } as const;
    await inviteRani(world, made);
    expect(await inviteRani(world, made)).toEqual({ ok: false, refusal: { code: 'already_invited' } });
    world.clock.advance(14 * DAY_MS);
    expect(await readInvitationsTo(world.db, { phone: RANI, now: world.clock.now() })).toEqual([]);
    const again = await inviteRani(world, made);
    if (!again.ok) throw new Error(again.refusal.code);
    const revoke = () =>
      world.inTransaction((tx) =>
        revokeInvitation(tx, { ...scope, invitationId: again.value, now: world.clock.now() }),
      );
    expect(await revoke()).toMatchObject({ ok: true });
    expect(await revoke()).toEqual({ ok: false, refusal: { code: 'invitation_gone' } });
    expect(await readInvitationsOf(world.db, { ...scope, now: world.clock.now() })).toEqual([]);
  });
});

onBothEngines('consent', (engine) => {
  it('holds until it is withdrawn, and the rows stay as proof', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const now = world.clock.now();
    const about = { personId, subjectId: newId('mrc', now), purpose: 'publish' } as const;
    expect(await hasConsent(world.db, about)).toBe(false);
    await world.inTransaction((tx) => giveConsent(tx, { ...about, now }));
    expect(await hasConsent(world.db, about)).toBe(true);
    expect(await hasConsent(world.db, { ...about, purpose: 'festival_messages' })).toBe(false);
    expect(await world.inTransaction((tx) => withdrawConsent(tx, { ...about, now }))).toBe(true);
    expect(await hasConsent(world.db, about)).toBe(false);
    expect(await world.inTransaction((tx) => withdrawConsent(tx, { ...about, now }))).toBe(false);
    const rows = await world.db.selectFrom('identity_consent').selectAll().execute();
    expect(rows).toMatchObject([{ withdrawn_at: now, notice_sha256: CONSENT_NOTICES.publish[0].sha256.id }]);
  });
});

test('every text ever agreed to is kept in both languages as its hash says, and the newest is on the screen', () => {
  const sha256 = (text: string | null) => createHash('sha256').update(`${text}`).digest('hex');
  for (const purpose of CONSENT_PURPOSES) {
    const versions = CONSENT_NOTICES[purpose].map(({ version }) => version);
    expect(CONSENT_TEXTS[purpose].map(({ version }) => version)).toEqual(versions);
    expect([...new Set(versions)].sort().reverse()).toEqual(versions);
    for (const notice of CONSENT_NOTICES[purpose]) {
      const { version } = notice;
      const kept = {
        id: sha256(consentText(purpose, version, 'id')),
        en: sha256(consentText(purpose, version, 'en')),
      };
      expect(kept, `${purpose}: give the changed text a new version, and keep the old one`).toEqual(notice.sha256);
    }
    const [newest] = CONSENT_NOTICES[purpose];
    for (const language of ['id', 'en'] as const)
      expect(sha256(wordsFor(language).identity.consent[purpose])).toBe(newest.sha256[language]);
  }
});
