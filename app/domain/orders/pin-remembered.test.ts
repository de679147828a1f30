import { expect, it } from 'vitest';
import { tryOrder } from '../../../test/factories/orders';
import { makePayer } from '../../../test/factories/payers';
import { makeOpenFestival } from '../../../test/factories/stalls';
import { readAccount, type TestWallet } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { revokeSession } from '../identity/revoke-session.server';
import { PIN_PASS_PAYMENT_MAX } from '../wallet/wallet';

onBothEngines('an order paid with a remembered PIN', (engine) => {
  async function begin() {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [
      { cookedAtOnce: 60, dishes: [{ price: PIN_PASS_PAYMENT_MAX / 10, makeSeconds: 60 }] },
    ]);
    const payer = await makePayer(world);
    const pay = (quantity: number, wallet: TestWallet = payer, sessionId = payer.sessionId) =>
      tryOrder(world, stalls, { wallet, sessionId, quantity, price: PIN_PASS_PAYMENT_MAX / 10 });
    return { world, stalls, payer, pay };
  }

  it('is placed up to the ceiling; above it the PIN is needed and nothing is taken', async () => {
    const { world, stalls, payer, pay } = await begin();
    expect((await pay(10)).ok).toBe(true);
    expect(await pay(11)).toEqual({ ok: false, refusal: { code: 'pin_needed' } });
    expect(await readAccount(world, payer.accountId)).toMatchObject({ held: PIN_PASS_PAYMENT_MAX });
    // A typed one pays it.
    const typed = await tryOrder(world, stalls, { wallet: payer, quantity: 11, price: PIN_PASS_PAYMENT_MAX / 10 });
    expect(typed.ok).toBe(true);
  });

  it('is refused once she has signed out, however fresh the PIN was', async () => {
    const { world, payer, pay } = await begin();
    const { sessionId, personId } = payer;
    await world.inTransaction((tx) => revokeSession(tx, { sessionId, personId, now: world.clock.now() }));
    expect(await pay(1)).toEqual({ ok: false, refusal: { code: 'pin_needed' } });
    expect(await readAccount(world, payer.accountId)).toMatchObject({ held: 0 });
  });

  it('pays from no wallet but the one whose PIN it was', async () => {
    const { world, pay } = await begin();
    const other = await makePayer(world);
    expect(await pay(1, other)).toEqual({ ok: false, refusal: { code: 'pin_needed' } });
    expect(await readAccount(world, other.accountId)).toMatchObject({ held: 0 });
  });
});
