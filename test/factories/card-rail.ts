import { beginTopUp } from '~/domain/wallet/begin-top-up.server';
import { settleTopUp } from '~/domain/wallet/settle-top-up.server';
import { newId } from '~/shared/ids';
import type { RailNotice, RailOrder, RailStart, RailState, TopUpRail } from '~/shared/top-up-rail';
import type { World } from '../setup/engines';

/** A card rail that answers as the test tells it. */
export class PretendedRail implements TopUpRail {
  startAnswer: RailStart = { state: 'open', externalId: 'cs_1', address: 'https://pay.example/cs_1' };
  found: RailState = { state: 'open', address: 'https://pay.example/cs_1' };
  closeAnswer: 'closed' | 'too_late' | 'unreachable' = 'closed';
  given: number[] = [];
  start = async ({ topUpId }: RailOrder): Promise<RailStart> =>
    this.startAnswer.state === 'open' ? { ...this.startAnswer, externalId: `cs_${topUpId}` } : this.startAnswer;
  find = async () => this.found;
  close = async () => this.closeAnswer;
  giveBack = async ({ amount }: { amount: number }) => {
    this.given.push(amount);
    return 'done' as const;
  };
  readNotice = () => null;
}

/** Switches the card rail on. */
export function withCard(world: World, rail = new PretendedRail()) {
  world.app.ports.rails.stripe = rail;
  return rail;
}

export const asked = { language: 'id', label: 'Isi saldo', returnAddress: 'http://localhost:3000/dompet/isi' } as const;

/** Begins a top-up as the page does. */
export async function begin(
  world: World,
  accountId: `acc_${string}`,
  amount: number,
  rail: 'simulator' | 'stripe' = 'stripe',
) {
  const topUpId = newId('top', world.clock.now());
  const begun = await beginTopUp(world.app, { ...asked, topUpId, accountId, amount, rail });
  return { topUpId, begun };
}

/** The rail's notice of a paid top-up. */
export function paid(topUpId: string, amount: number, rest: Partial<RailNotice> = {}): RailNotice {
  const says = { state: 'succeeded', amount, currency: 'idr' } as const;
  return { eventId: `evt_${topUpId}`, kind: 'payment_intent.succeeded', bodySha256: 'x', topUpId, says, ...rest };
}

export async function settle(world: World, notice: RailNotice) {
  const settled = await world.inTransaction((tx) =>
    settleTopUp(tx, { rail: 'stripe', notice, now: world.clock.now() }),
  );
  return settled.ok ? settled.value : settled.refusal.code;
}

/** Fold of a house account: credits less debits. */
export async function houseBalance(world: World, accountId: `acc_${string}`): Promise<number> {
  const rows = await world.db.selectFrom('wallet_entry').selectAll().execute();
  return rows.reduce(
    (sum, row) =>
      sum +
      (row.credit_account_id === accountId ? row.amount : 0) -
      (row.debit_account_id === accountId ? row.amount : 0),
    0,
  );
}
