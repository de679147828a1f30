import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import { settleTopUp } from '~/domain/wallet/settle-top-up.server';
import { startTopUp } from '~/domain/wallet/start-top-up.server';
import type { Tx } from '~/platform/app-context';
import { type AccountId, newId, type PersonId } from '~/shared/ids';
import type { RailNotice } from '~/shared/top-up-rail';
import { demoPhone, makePerson } from './people';
import { mustHave, type Stage } from './stage';

export interface Customer {
  personId: PersonId;
  accountId: AccountId;
}

/** The PIN of every demo wallet, printed with the sign-ins. */
export const DEMO_PIN = '738264';

const NAMES = ['Wati', 'Joko', 'Sari', 'Budi', 'Lina', 'Agus', 'Dewi', 'Rudi', 'Maya', 'Hasan', 'Tuti', 'Eko'];
const TOP_UPS = [100_000, 150_000, 200_000, 250_000, 300_000];

/** Twelve customers set up a wallet and fill it on the simulator rail; the first keeps hers full, for whoever tries the demo. */
export async function openWallets(stage: Stage, { firstPhone }: { firstPhone: number }): Promise<Customer[]> {
  const { app, dice } = stage;
  const now = app.clock.now();
  const open = async (name: string, at: number): Promise<Customer> => {
    const phone = demoPhone(firstPhone + at);
    const personId = await app.inTransaction((tx) => makePerson(tx, { phone, name: `${name} Contoh`, now }));
    return { personId, accountId: mustHave(await setPin(app, { personId, phone, pin: DEMO_PIN })) };
  };
  // Hashing a PIN is slow on purpose, and done beside one another.
  const customers = await Promise.all(NAMES.map(open));
  for (const { accountId } of customers) {
    const amount = dice.pick(TOP_UPS) + 500_000;
    await app.inTransaction((tx) => fill(tx, { accountId, amount, now }));
  }
  return customers;
}

async function fill(tx: Tx, { accountId, amount, now }: { accountId: AccountId; amount: number; now: number }) {
  const topUpId = newId('top', now);
  mustHave(await startTopUp(tx, { topUpId, accountId, amount, rail: 'simulator', railsOn: ['simulator'], now }));
  const notice: RailNotice = {
    eventId: `demo-${topUpId}`,
    kind: 'simulator.paid',
    topUpId,
    bodySha256: '0'.repeat(64),
    says: { state: 'succeeded', amount, currency: 'idr' },
  };
  mustHave(await settleTopUp(tx, { rail: 'simulator', notice, now }));
}

/** How much a customer can still spend, whole rupiah. */
export async function availableTo({ app }: Stage, { personId }: Customer): Promise<number> {
  const account = await readSpendingAccount(app.db, personId);
  return account ? account.balance - account.held : 0;
}
