import type { Id } from '~/shared/ids';
import type { RailApp } from './begin-top-up.server';
import { CLEARING } from './internal/credit-top-up.server';
import { HOUSE } from './internal/house-accounts';
import { postTransfer, readPosted } from './internal/post-transfer.server';
import { readTopUp } from './read-top-up.server';

/** Gives card money back that could not be credited, and clears it from the books. Throws to be tried again; repeating it gives back once. */
export async function returnMoney(
  app: RailApp,
  { topUpId, amount }: { topUpId: Id<'top'>; amount: number },
): Promise<void> {
  const topUp = await readTopUp(app.db, topUpId);
  const rail = topUp ? app.ports.rails[topUp.rail] : undefined;
  if (!topUp || !rail || topUp.externalId === null)
    throw new Error('money waits to be given back, and its rail is not there');
  const given = await rail.giveBack({ topUpId, externalId: topUp.externalId, amount });
  if (given !== 'done') throw new Error('the rail does not answer');
  const key = `returned:${topUpId}`;
  const content = { topUpId, amount };
  const posted = await app.inTransaction(async (tx) => {
    const earlier = await readPosted(tx, { key, content });
    if (earlier) return earlier;
    return postTransfer(
      tx,
      { kind: 'reversal', key, content, referenceKind: 'top_up', referenceId: topUpId, amount, now: app.clock.now() },
      [{ debit: HOUSE.money_to_return, credit: CLEARING[topUp.rail], amount, purpose: 'returned' }],
    );
  });
  if (!posted.ok) throw new Error(`a return could not be posted: ${posted.refusal.code}`);
}
