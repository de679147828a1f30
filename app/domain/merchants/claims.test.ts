import { expect, it } from 'vitest';
import { findOrMakePersonByPhone } from '~/domain/identity/find-or-make-person.server';
import { readMemberships } from '~/domain/identity/read-memberships.server';
import { type MerchantId, newId, type PersonId } from '~/shared/ids';
import { accepted, makeImportedMerchant, nextPhone } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { meeting } from '../../../test/setup/meeting';
import { readClaimCode, showClaimCode } from './claim-code';
import { claimMerchant } from './claim-merchant.server';
import { claimHmac, issueClaim } from './issue-claim.server';
import { openMerchantForImport } from './open-merchant-for-import.server';
import { readClaims } from './read-claims.server';
import { readMerchant, readPublicMerchant, readUnclaimedByPhone } from './read-merchant.server';
import { redeemClaim } from './redeem-claim.server';
import { revokeClaim } from './revoke-claim.server';

onBothEngines('claims of imported merchants', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    const organisationId = newId('org');
    const issuedBy = await makePerson(world);
    const merchantId = await makeImportedMerchant(world, { organisationId });
    const { secrets } = world.app.ports;
    const now = world.clock.now();
    const issue = (who = organisationId) =>
      world.inTransaction((tx) => issueClaim(tx, { merchantId, organisationId: who, issuedBy, secrets, now }));
    const redeem = (typed: string, personId: PersonId) =>
      world.inTransaction((tx) => redeemClaim(tx, { typed, personId, secrets, now }));
    return { world, organisationId, issuedBy, merchantId, secrets, now, issue, redeem };
  };
  const makePerson = (world: World) =>
    world.inTransaction((tx) => findOrMakePersonByPhone(tx, { phone: nextPhone(), now: world.clock.now() }));
  const ownersOf = async (world: World, merchantId: MerchantId) =>
    (await world.db.selectFrom('identity_member').select('person_id').where('scope_id', '=', merchantId).execute()).map(
      (row) => row.person_id,
    );

  it('the paper is typed in any spelling and opens the business to its owner', async () => {
    const { world, merchantId, issue, redeem, now } = await begin();
    const { claimCode } = accepted(await issue());
    const siti = await makePerson(world);
    expect(await readPublicMerchant(world.db, 'tekwan-contoh')).toBeNull();
    const typed = ` ${showClaimCode(claimCode).toLowerCase().replace('-', ' ')} `;
    expect(accepted(await redeem(typed, siti))).toEqual({ merchantId });
    expect(await readMemberships(world.db, siti)).toEqual([
      { scopeKind: 'merchant', scopeId: merchantId, role: 'owner' },
    ]);
    expect((await readMerchant(world.db, merchantId))?.claimedAt).toBe(now);
    // Claiming is not yet agreeing to be shown.
    expect(await readPublicMerchant(world.db, 'tekwan-contoh')).toBeNull();
  });

  it('of fifty people with the same sheet one becomes the owner', async () => {
    const { world, merchantId, issue, redeem } = await begin();
    const { claimCode } = accepted(await issue());
    const people = await Promise.all(Array.from({ length: 50 }, () => makePerson(world)));
    const redeemed = await Promise.all(people.map((person) => redeem(claimCode, person)));
    expect(redeemed.filter((each) => each.ok)).toHaveLength(1);
    expect(redeemed.flatMap((each) => (each.ok ? [] : [each.refusal.code]))).toEqual(Array(49).fill('claim_redeemed'));
    const winner = people[redeemed.findIndex((each) => each.ok)];
    expect(await ownersOf(world, merchantId)).toEqual([winner]);
  });

  it('control: the same claim without its guards lets many become owner', async () => {
    const { world, merchantId, issue, secrets, now } = await begin();
    const { claimCode } = accepted(await issue());
    const people = await Promise.all(Array.from({ length: 8 }, () => makePerson(world)));
    // Reads first and writes later, as if the WHERE guards on the code and the profile were not there.
    const met = meeting(people.length);
    const redeemUnguarded = async (personId: PersonId) => {
      const claim = await world.db
        .selectFrom('merchant_claim')
        .selectAll()
        .where('code_hmac', '=', claimHmac(secrets, claimCode))
        .executeTakeFirstOrThrow();
      await met();
      if (claim.redeemed_at !== null) return false;
      await world.inTransaction(async (tx) => {
        await tx
          .updateTable('merchant_claim')
          .set({ redeemed_at: now, redeemed_by: personId })
          .where('id', '=', claim.id)
          .execute();
        await tx.updateTable('merchant_profile').set({ claimed_at: now }).where('id', '=', merchantId).execute();
      });
      return true;
    };
    const won = (await Promise.all(people.map(redeemUnguarded))).filter(Boolean);
    expect(won).toHaveLength(8);
  });

  it('the winner may tap twice', async () => {
    const { world, merchantId, issue, redeem } = await begin();
    const { claimCode } = accepted(await issue());
    const siti = await makePerson(world);
    await redeem(claimCode, siti);
    expect(accepted(await redeem(claimCode, siti))).toEqual({ merchantId });
    expect(await ownersOf(world, merchantId)).toEqual([siti]);
  });

  it('an unknown, a used and a withdrawn code each say what they are', async () => {
    const { world, organisationId, issuedBy, merchantId, issue, redeem, now } = await begin();
    const siti = await makePerson(world);
    for (const typed of ['', 'ABC', 'K7M2Q9RTX4', 'K7M2Q-9RTX4-99']) {
      expect(await redeem(typed, siti)).toEqual({ ok: false, refusal: { code: 'claim_unknown' } });
    }
    const lost = accepted(await issue()).claimCode;
    const revoke = () =>
      world.inTransaction((tx) => revokeClaim(tx, { merchantId, organisationId, by: issuedBy, now }));
    expect(await revoke()).toBe(true);
    expect(await revoke()).toBe(false);
    expect(await redeem(lost, siti)).toEqual({ ok: false, refusal: { code: 'claim_revoked' } });
    const fresh = accepted(await issue()).claimCode;
    expect(fresh).not.toBe(lost);
    accepted(await redeem(fresh, siti));
    expect(await redeem(fresh, await makePerson(world))).toEqual({ ok: false, refusal: { code: 'claim_redeemed' } });
    expect(await issue()).toEqual({ ok: false, refusal: { code: 'merchant_claimed' } });
  });

  it('a sheet can be printed twice with the same code, and only by the organisation that imported her', async () => {
    const { world, organisationId, secrets, issue } = await begin();
    const codes = await Promise.all(Array.from({ length: 5 }, () => issue()));
    expect(new Set(codes.map((each) => accepted(each).claimCode)).size).toBe(1);
    expect(await issue(newId('org'))).toEqual({ ok: false, refusal: { code: 'claim_not_yours' } });
    const [sheet] = await readClaims(world.db, organisationId, secrets);
    expect(sheet).toMatchObject({
      stallName: 'Tekwan Contoh',
      claimCode: showClaimCode(accepted(codes[0]!).claimCode),
      claimedAt: null,
    });
    const stored = await world.db
      .selectFrom('merchant_claim')
      .select(['code_hmac', 'code_sealed'])
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain(accepted(codes[0]!).claimCode);
  });

  it('a merchant imported with her phone is taken over by that phone only, once', async () => {
    const { world, organisationId, now } = await begin();
    const phone = nextPhone();
    const merchantId = await makeImportedMerchant(world, { organisationId, phone });
    expect((await readUnclaimedByPhone(world.db, phone)).map((merchant) => merchant.id)).toEqual([merchantId]);
    const siti = await makePerson(world);
    const claim = (with_: string) =>
      world.inTransaction((tx) => claimMerchant(tx, { merchantId, personId: siti, phone: with_, now }));
    expect(await claim(nextPhone())).toEqual({ ok: false, refusal: { code: 'merchant_claimed' } });
    accepted(await claim(phone));
    expect(await claim(phone)).toEqual({ ok: false, refusal: { code: 'merchant_claimed' } });
    expect(await readUnclaimedByPhone(world.db, phone)).toEqual([]);
  });

  it('the same line of a file uploaded again finds her, corrects her until she is claimed, and never after', async () => {
    const { world, organisationId, issue, redeem, merchantId, now } = await begin();
    const open = (stallName: string, regionCode = '1671') =>
      world.inTransaction((tx) =>
        openMerchantForImport(tx, {
          merchantId: newId('mrc'),
          organisationId,
          importIdentity: merchantId,
          stallName,
          phone: null,
          regionCode,
          now,
        }),
      );
    expect(accepted(await open('Tekwan Baru'))).toEqual({ merchantId, made: false });
    expect((await readMerchant(world.db, merchantId))?.stallName).toBe('Tekwan Baru');
    accepted(await redeem(accepted(await issue()).claimCode, await makePerson(world)));
    expect(accepted(await open('Nama dari Dinas'))).toEqual({ merchantId, made: false });
    expect((await readMerchant(world.db, merchantId))?.stallName).toBe('Tekwan Baru');
    expect(await open('X', '9999')).toEqual({ ok: false, refusal: { code: 'region_unknown', typed: '9999' } });
  });
});

it('letters that look alike on paper are read as one', () => {
  expect(readClaimCode('o1l i0-abcde')).toBe('01110ABCDE');
  expect(readClaimCode('UUUUUUUUUU')).toBeNull();
});
