import type { Id } from '~/shared/ids';
import type { RailState } from '~/shared/top-up-rail';
import type { RailApp } from './begin-top-up.server';
import { failTopUp } from './internal/follow-top-up.server';
import { readTopUp, type TopUp } from './read-top-up.server';
import { settleTopUp } from './settle-top-up.server';
import type { TopUpState } from './wallet';

export interface RailAnswer {
  state: TopUpState;
  /** Where the customer can still pay; null where there is nothing to pay. */
  address: string | null;
  /** The rail did not answer: nobody knows more than before. */
  isUnreachable: boolean;
}

/** Asks the rail what became of a top-up and records the answer; the customer's page and the worker both do. Null when there is none. */
export async function askRail(app: RailApp, topUpId: Id<'top'>): Promise<RailAnswer | null> {
  const topUp = await readTopUp(app.db, topUpId);
  if (!topUp) return null;
  const rail = app.ports.rails[topUp.rail];
  if (topUp.state !== 'created') return { state: topUp.state, address: null, isUnreachable: false };
  if (!rail || topUp.externalId === null) return { state: 'created', address: null, isUnreachable: true };
  return recordState(app, topUp, topUp.externalId, await rail.find(topUp.externalId));
}

/** The worker's last question: what is still open then is closed at the rail, so that it cannot be paid later. Throws to be tried again. */
export async function endTopUp(app: RailApp, topUpId: Id<'top'>): Promise<void> {
  const topUp = await readTopUp(app.db, topUpId);
  if (topUp?.state !== 'created') return;
  const now = app.clock.now();
  const rail = app.ports.rails[topUp.rail];
  if (!rail) throw new Error('the rail of an open top-up is switched off');
  if (topUp.externalId === null) {
    // The start never got through to us, so the customer never saw where to pay.
    await app.inTransaction((tx) => failTopUp(tx, { topUpId, failure: 'never_started', now }));
    return;
  }
  const answer = await askRail(app, topUpId);
  if (answer?.state !== 'created') return;
  if (answer.isUnreachable) throw new Error('the rail does not answer');
  const closed = await rail.close(topUp.externalId);
  if (closed !== 'closed') throw new Error(`a top-up could not be closed: ${closed}`);
  await app.inTransaction((tx) => failTopUp(tx, { topUpId, failure: 'expired', now }));
}

async function recordState(app: RailApp, topUp: TopUp, externalId: string, found: RailState): Promise<RailAnswer> {
  if (found.state === 'unreachable') return { state: 'created', address: null, isUnreachable: true };
  if (found.state === 'open') return { state: 'created', address: found.address, isUnreachable: false };
  const says = found.state === 'succeeded' ? found : { state: 'failed' as const, reason: found.reason };
  const notice = {
    eventId: `asked:${externalId}:${found.state}`,
    kind: `asked.${found.state}`,
    bodySha256: '',
    topUpId: topUp.id,
    says,
  };
  const settled = await app.inTransaction((tx) => settleTopUp(tx, { rail: topUp.rail, notice, now: app.clock.now() }));
  if (!settled.ok) throw new Error(`a found payment could not be posted: ${settled.refusal.code}`);
  const after = await readTopUp(app.db, topUp.id);
  return { state: after?.state ?? topUp.state, address: null, isUnreachable: false };
}
