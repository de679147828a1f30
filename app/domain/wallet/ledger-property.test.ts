import { expect, it } from 'vitest';
import { type Dice, Model, makeDice } from '../../../test/factories/ledger-model';
import { MAKERS } from '../../../test/factories/ledger-operations';
import { ledgerBytes, makeMerchantAccounts, makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { readBrokenInvariants } from './read-broken-invariants.server';

/** Random operations an engine goes through; `npm run prove` raises it. */
const OPERATIONS = Number(process.env.LEDGER_OPERATIONS ?? 10_000);

async function expectSame(world: World, model: Model): Promise<void> {
  const rows = await world.db
    .selectFrom('wallet_account')
    .select(['id', 'owner_id', 'kind', 'balance', 'held'])
    .execute();
  for (const wallet of model.wallets) {
    const row = rows.find(({ id }) => id === wallet.accountId);
    expect([row?.balance, row?.held]).toEqual([wallet.balance, wallet.held]);
  }
  for (const { merchantId, sales, owed } of model.merchants) {
    const of = (kind: string) => rows.find((row) => row.owner_id === merchantId && row.kind === kind)?.balance;
    expect([of('sales'), of('receivable')]).toEqual([sales, owed]);
  }
  expect(await readBrokenInvariants(world.db)).toEqual([]);
}

/** A key that was used: the same call again answers the same, another one is refused; neither changes a byte. */
async function repeatAKey(world: World, model: Model, dice: Dice, isLookedAt: boolean): Promise<void> {
  const used = dice.oneOf(model.keys);
  if (!used) return;
  const before = isLookedAt ? await ledgerBytes(world) : '';
  expect(await used.repeat(world)).toMatchObject({ ok: true });
  expect(await used.clash(world)).toMatchObject({ ok: false, refusal: { code: 'key_reused' } });
  if (isLookedAt) expect(await ledgerBytes(world)).toBe(before);
  model.counts['key again'] = (model.counts['key again'] ?? 0) + 2;
}

onBothEngines('random operations on the ledger', (engine) => {
  it(`${OPERATIONS} of them leave what a model without a database expects`, { timeout: 600_000 }, async () => {
    const world = await engine.world();
    const dice = makeDice(20_261_128);
    const model = new Model();
    for (let i = 0; i < 6; i++) {
      const { accountId } = await makeWallet(world);
      model.wallets.push({ accountId, balance: 0, held: 0, incoming: 0 });
    }
    for (let i = 0; i < 4; i++) {
      const { merchantId } = await makeMerchantAccounts(world);
      model.merchants.push({ merchantId, sales: 0, owed: 0, cash: [] });
    }
    let refused = 0;
    for (let done = 0; done < OPERATIONS; ) {
      const operation = dice.oneOf(MAKERS)?.(model, dice, world.clock.now());
      if (!operation) continue;
      // Comparing a whole ledger takes as long as it is, so every fortieth refusal pays for all; later every four hundredth.
      const isLookedAt = operation.expected !== null && refused++ % (done < 2_000 ? 40 : 400) === 0;
      const before = isLookedAt ? await ledgerBytes(world) : '';
      const answer = await operation.run(world);
      expect(answer.ok ? null : answer.refusal.code, `${done}: ${operation.name}`).toBe(operation.expected);
      if (answer.ok) operation.apply();
      else if (isLookedAt) expect(await ledgerBytes(world)).toBe(before);
      const name = `${operation.name}${answer.ok ? '' : ` refused (${operation.expected})`}`;
      model.counts[name] = (model.counts[name] ?? 0) + 1;
      done++;
      world.clock.advance(400);
      if (done % 25 === 0) {
        await repeatAKey(world, model, dice, done % (done < 2_000 ? 500 : 2_000) === 0);
        done += 2;
      }
      if (done % 1_000 < 3) await expectSame(world, model);
    }
    await expectSame(world, model);
    // Every kind of operation and refusal must have come up, or the test proves less than it says.
    for (const name of [
      'top-up',
      'hold',
      'capture',
      'voided',
      'expired',
      'refund',
      'cash commission',
      'cash commission back',
      'reversal',
      'key again',
    ]) {
      expect(model.counts[name], name).toBeGreaterThan(OPERATIONS / 1_000);
    }
    for (const name of [
      'hold refused (balance_too_low)',
      'refund refused (reversal_too_large)',
      'capture refused (hold_ended)',
      'reversal refused (balance_too_low)',
      'top-up refused (top_up_too_small)',
    ]) {
      expect(model.counts[name], name).toBeGreaterThan(0);
    }
  });
});
