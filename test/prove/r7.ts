import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import { fillWallet } from '../factories/wallet';
import type { Proof } from '../measuring/proof';
import { raceBalance } from '../scenarios/order-races';

const PRICE = 10_000;

export const proof: Proof = {
  id: 'R7',
  what: '1,000 concurrent spends of one balance',
  mustShow: 'never negative',
  engines: ['sqlite', 'postgres'],
  prove: async (run) => {
    const spends = run.size === 'full' ? 1_000 : 20;
    const balance = 355_000;
    const fits = Math.floor(balance / PRICE);
    const world = await run.world();
    const alone = await raceBalance(world, { spends: Math.max(spends, 40), balance, way: 'one by one' });
    const broken = await readBrokenInvariants(world.db);
    const batches = await raceBalance(await run.world(), {
      spends: Math.max(spends, 40),
      balance,
      way: { batches: 128 },
    });
    const unfenced = await run.world();
    const few = Math.min(Math.max(spends, 40), 100);
    const control = await raceBalance(unfenced, { spends: few, balance, way: 'without fences' });
    // The ledger of the control was broken on purpose; nothing else reads it.
    await fillWallet(unfenced, control.accountId, 1_000_000);
    return {
      parameters: { spends: Math.max(spends, 40), balance, 'price of one': PRICE, 'spends of the control': few },
      figures: {
        'placed, each in a unit of work of its own': alone.placed,
        'held of the balance': alone.held,
        'placed, in batches of 128': batches.placed,
        refusals: alone.codes.join(', '),
        'breaches of the ledger': broken[0] ?? 0,
      },
      shown: {
        'spent exactly as often as it is enough for, one by one': alone.placed === fits && alone.held <= alone.balance!,
        'the same in batches': batches.placed === fits && batches.held <= batches.balance!,
        'the ledger adds up': broken.length === 0,
      },
      control: {
        what: 'the same verb without lock, guard and CHECK',
        figures: { placed: control.placed, held: control.held, balance: control.balance ?? 0 },
        failed: control.held > (control.balance ?? 0),
      },
    };
  },
};
