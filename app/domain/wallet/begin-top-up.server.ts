import type { AppContext } from '~/platform/app-context';
import type { AccountId, Id } from '~/shared/ids';
import type { Language } from '~/shared/language';
import { accept, type Result } from '~/shared/result';
import type { RailStart, TopUpRail } from '~/shared/top-up-rail';
import { failTopUp, linkTopUp } from './internal/follow-top-up.server';
import { settleTopUp } from './settle-top-up.server';
import { startTopUp } from './start-top-up.server';
import { type KeyRefusal, RAIL_NAMES, type RailName, type TopUpRefusal } from './wallet';

export type RailApp = Pick<AppContext, 'inTransaction' | 'ports' | 'clock' | 'db' | 'logger'>;

export interface TopUpRequest {
  topUpId: Id<'top'>;
  accountId: AccountId;
  amount: number;
  rail: RailName;
  language: Language;
  label: string;
  returnAddress: string;
}

/** `unknown`: the rail did not answer; the worker and the customer's own page ask again, with the same key. */
export type TopUpBegun = 'succeeded' | 'open' | 'failed' | 'unknown';

/** The rails this installation has, in order of offering. */
export function railsOn(app: Pick<AppContext, 'ports'>): RailName[] {
  return RAIL_NAMES.filter((name) => app.ports.rails[name] !== undefined);
}

/** Starts a top-up: written down first, then the rail is asked, then its answer is recorded. Nothing is held open meanwhile. */
export async function beginTopUp(
  app: RailApp,
  request: TopUpRequest,
): Promise<Result<TopUpBegun, TopUpRefusal | KeyRefusal>> {
  const { topUpId, accountId, amount, rail: name } = request;
  const now = app.clock.now();
  const started = await app.inTransaction((tx) =>
    startTopUp(tx, { topUpId, accountId, amount, rail: name, railsOn: railsOn(app), now }),
  );
  if (!started.ok) return started;
  const rail = app.ports.rails[name] as TopUpRail;
  return accept(await recordStart(app, request, await rail.start(request)));
}

/** Writes down what the rail answered to a start; also used when the worker asks again. */
export async function recordStart(
  app: RailApp,
  { topUpId, rail }: Pick<TopUpRequest, 'topUpId' | 'rail'>,
  answer: RailStart,
): Promise<TopUpBegun> {
  const now = app.clock.now();
  switch (answer.state) {
    case 'settled': {
      const { externalId, amount, currency } = answer;
      const says = { state: 'succeeded', amount, currency } as const;
      const notice = { eventId: externalId, kind: `${rail}.settled`, bodySha256: '', topUpId, says };
      const settled = await app.inTransaction((tx) => settleTopUp(tx, { rail, notice, now }));
      if (!settled.ok) throw new Error(`a settled top-up could not be posted: ${settled.refusal.code}`);
      return settled.value === 'failed' || settled.value === 'to_return' ? 'failed' : 'succeeded';
    }
    case 'open':
      await app.inTransaction((tx) => linkTopUp(tx, { topUpId, externalId: answer.externalId }));
      return 'open';
    case 'refused':
      app.logger.error({ topUpId, rail }, 'the rail refused to start a top-up');
      await app.inTransaction((tx) => failTopUp(tx, { topUpId, failure: answer.reason, now }));
      return 'failed';
    case 'unreachable':
      return 'unknown';
  }
}
