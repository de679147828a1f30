import { expect, it } from 'vitest';
import { addMember } from '~/domain/identity/add-member.server';
import { requestSignInCode } from '~/domain/identity/request-sign-in-code.server';
import type { MessagePayload } from '~/platform/message.server';
import type { Id, PersonId } from '~/shared/ids';
import { DAY_MS } from '~/shared/time';
import { makePerson, readSentCode } from '../../../test/factories/identity';
import { accepted, type MadeMerchant, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { checkPayoutAccount } from './check-payout-account.server';
import { proposePayoutAccount } from './propose-payout-account.server';
import { proveAndPropose } from './prove-and-propose.server';
import { readAccountUnderReview, readPayoutAccounts } from './read-payout-account.server';
import { refusePayoutAccount, withdrawPayoutAccount } from './refuse-payout-account.server';
import { setPin } from './set-pin.server';

const BRI = { bank: '002', number: '001201001234821', holder: 'Siti' };
const BCA = { bank: '014', number: '0210001122', holder: 'Siti' };

const propose = (world: World, { merchantId, ownerId: by }: MadeMerchant, account: typeof BRI) =>
  world.inTransaction((tx) =>
    proposePayoutAccount(tx, { ...account, merchantId, by, secrets: world.app.ports.secrets, now: world.clock.now() }),
  );

const check = (world: World, payoutAccountId: Id<'pac'>, by: PersonId, fences?: { guard: boolean }) =>
  world.inTransaction((tx) => checkPayoutAccount(tx, { payoutAccountId, by, now: world.clock.now(), fences }));

const refuseIt = (world: World, payoutAccountId: Id<'pac'>, by: PersonId) =>
  world.inTransaction((tx) =>
    refusePayoutAccount(tx, {
      payoutAccountId,
      reason: 'holder_differs',
      fix: 'Samakan nama.',
      by,
      now: world.clock.now(),
    }),
  );

/** A merchant whose first account is in force, and two people of the installation. */
async function makeAccountInForce(world: World) {
  const merchant = await makeActiveMerchant(world);
  const { personId: rani } = await makePerson(world, { name: 'Rani' });
  const { personId: budi } = await makePerson(world, { name: 'Budi' });
  const first = accepted(await propose(world, merchant, BRI));
  expect(accepted(await check(world, first, rani))).toEqual({ state: 'in_force' });
  world.clock.advance(1_000);
  return { merchant, rani, budi, first };
}

const accountsOf = (world: World, { merchantId }: MadeMerchant) =>
  readPayoutAccounts(world.db, { merchantId, now: world.clock.now() });

async function readTold(world: World, personId: PersonId): Promise<string[]> {
  const rows = await world.db
    .selectFrom('platform_outbox')
    .select('payload')
    .where('kind', '=', 'message.send')
    .orderBy('id')
    .execute();
  return rows
    .map(({ payload }) => JSON.parse(payload) as MessagePayload)
    .filter((message) => message.personId === personId && message.template.startsWith('payout_'))
    .map(({ template }) => template);
}

onBothEngines('payout account', (engine) => {
  it('the first needs one check, a change two different people, and the old one stays in force until then', async () => {
    const world = await engine.world();
    const { merchant, rani, budi, first } = await makeAccountInForce(world);
    const change = accepted(await propose(world, merchant, BCA));
    expect(accepted(await check(world, change, rani))).toEqual({ state: 'checked_once' });
    const between = await accountsOf(world, merchant);
    expect([between.inForce?.id, between.open?.id, between.open?.state]).toEqual([first, change, 'checked_once']);
    expect(await check(world, change, rani)).toEqual({ ok: false, refusal: { code: 'same_person_twice' } });
    expect(accepted(await check(world, change, budi))).toEqual({ state: 'in_force' });
    const after = await accountsOf(world, merchant);
    expect([after.inForce?.id, after.open]).toEqual([change, null]);
    expect(await check(world, change, budi)).toEqual({
      ok: false,
      refusal: { code: 'account_moved', state: 'in_force' },
    });
    expect(await readTold(world, merchant.ownerId)).toEqual([
      'payout_account_proposed',
      'payout_account_in_force',
      'payout_account_proposed',
      'payout_account_checked',
      'payout_account_in_force',
    ]);
  });

  it('of twenty people who check one change at once two count; one person twenty times counts once', async () => {
    const world = await engine.world();
    const { merchant, rani } = await makeAccountInForce(world);
    const change = accepted(await propose(world, merchant, BCA));
    const alone = await Promise.all(Array.from({ length: 20 }, () => check(world, change, rani)));
    expect(alone.filter((each) => each.ok)).toHaveLength(1);
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson(world)));
    const checked = await Promise.all(people.map(({ personId }) => check(world, change, personId)));
    expect(checked.filter((each) => each.ok)).toHaveLength(1);
    const { first_checked_by, second_checked_by } = await world.db
      .selectFrom('wallet_payout_account')
      .select(['first_checked_by', 'second_checked_by'])
      .where('id', '=', change)
      .executeTakeFirstOrThrow();
    expect(first_checked_by).toBe(rani);
    expect(people.map(({ personId }) => personId)).toContain(second_checked_by);
  });

  it('without its guard the same verb counts a check again and again', async () => {
    const world = await engine.world();
    const { merchant } = await makeAccountInForce(world);
    const change = accepted(await propose(world, merchant, BCA));
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson(world)));
    const checked = await Promise.all(people.map(({ personId }) => check(world, change, personId, { guard: false })));
    expect(checked.filter((each) => each.ok).length).toBeGreaterThan(2);
  });

  it('of ten proposals at once one stands', async () => {
    const world = await engine.world();
    const merchant = await makeActiveMerchant(world);
    const proposed = await Promise.all(Array.from({ length: 10 }, () => propose(world, merchant, BRI)));
    expect(proposed.filter((each) => each.ok)).toHaveLength(1);
    expect(proposed.find((each) => !each.ok)).toEqual({ ok: false, refusal: { code: 'account_waiting' } });
  });

  it('a refused change rests for thirty days; a refused first account can be corrected at once', async () => {
    const world = await engine.world();
    const { merchant, rani, first } = await makeAccountInForce(world);
    const change = accepted(await propose(world, merchant, BCA));
    accepted(await refuseIt(world, change, rani));
    const refusedAt = world.clock.now();
    const until = refusedAt + 30 * DAY_MS;
    world.clock.advance(1_000);
    expect(await propose(world, merchant, BCA)).toEqual({ ok: false, refusal: { code: 'account_rests', until } });
    const seen = await accountsOf(world, merchant);
    expect([seen.inForce?.id, seen.refused?.reason, seen.restsUntil]).toEqual([first, 'holder_differs', until]);
    world.clock.set(until);
    accepted(await propose(world, merchant, BCA));
    expect(await refuseIt(world, change, rani)).toEqual({
      ok: false,
      refusal: { code: 'account_moved', state: 'refused' },
    });

    const other = await makeActiveMerchant(world);
    accepted(await refuseIt(world, accepted(await propose(world, other, BRI)), rani));
    world.clock.advance(1_000);
    expect((await propose(world, other, BCA)).ok).toBe(true);
  });

  it('the account in use is not proposed again, and a proposal is taken back only by its own merchant', async () => {
    const world = await engine.world();
    const { merchant, rani } = await makeAccountInForce(world);
    expect(await propose(world, merchant, BRI)).toEqual({ ok: false, refusal: { code: 'account_in_force' } });
    const change = accepted(await propose(world, merchant, BCA));
    const other = await makeActiveMerchant(world);
    const withdraw = ({ merchantId, ownerId: by }: MadeMerchant) =>
      world.inTransaction((tx) =>
        withdrawPayoutAccount(tx, { payoutAccountId: change, merchantId, by, now: world.clock.now() }),
      );
    expect(await withdraw(other)).toEqual({ ok: false, refusal: { code: 'account_not_yours' } });
    accepted(await withdraw(merchant));
    expect(await withdraw(merchant)).toEqual({
      ok: false,
      refusal: { code: 'account_moved', state: 'withdrawn' },
    });
    expect(await check(world, change, rani)).toEqual({
      ok: false,
      refusal: { code: 'account_moved', state: 'withdrawn' },
    });
    // Nothing rests after a proposal she took back herself.
    world.clock.advance(1_000);
    expect((await propose(world, merchant, BCA)).ok).toBe(true);
  });

  it('nobody checks or refuses the account of a business she belongs to', async () => {
    const world = await engine.world();
    const { merchant, rani } = await makeAccountInForce(world);
    const change = accepted(await propose(world, merchant, BCA));
    const scope = { scopeKind: 'merchant', scopeId: merchant.merchantId, role: 'cashier' } as const;
    await world.inTransaction((tx) =>
      addMember(tx, { personId: rani, ...scope, createdBy: null, now: world.clock.now() }),
    );
    const refused = { ok: false, refusal: { code: 'account_not_yours' } };
    expect(await check(world, change, rani)).toEqual(refused);
    expect(await refuseIt(world, change, rani)).toEqual(refused);
  });

  it('a number is kept sealed and opened for a verifier, the one in use beside it', async () => {
    const world = await engine.world();
    const { merchant } = await makeAccountInForce(world);
    const change = accepted(await propose(world, merchant, BCA));
    const rows = await world.db.selectFrom('wallet_payout_account').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(BCA.number);
    const seen = await readAccountUnderReview(world.db, { id: change, secrets: world.app.ports.secrets });
    expect([seen?.number, seen?.before?.number]).toEqual([BCA.number, BRI.number]);
  });

  it('proposing takes the PIN or a fresh code; a wrong one is counted and proposes nothing', async () => {
    const world = await engine.world();
    const { merchantId, ownerId, phone } = await makeActiveMerchant(world);
    const order = { ...BRI, merchantId, by: ownerId };
    expect(await proveAndPropose(world.app, { ...order, proof: { pin: '481920' } })).toEqual({
      ok: false,
      refusal: { code: 'pin_not_set' },
    });
    accepted(await setPin(world.app, { personId: ownerId, phone, pin: '481920' }));
    expect(await proveAndPropose(world.app, { ...order, proof: { pin: '111222' } })).toEqual({
      ok: false,
      refusal: { code: 'pin_wrong', triesLeft: 4 },
    });
    expect((await readPayoutAccounts(world.db, { merchantId, now: world.clock.now() })).open).toBeNull();
    const now = world.clock.now();
    accepted(await requestSignInCode(world.app, { phone, sender: '127.0.0.1', language: 'id', now }));
    const code = await readSentCode(world.app, phone);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await proveAndPropose(world.app, { ...order, proof: { code: wrong, phone } })).toEqual({
      ok: false,
      refusal: { code: 'code_wrong', triesLeft: 4 },
    });
    expect((await proveAndPropose(world.app, { ...order, proof: { code, phone } })).ok).toBe(true);
  });
});
