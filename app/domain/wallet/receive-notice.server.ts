import type { RailApp } from './begin-top-up.server';
import { settleTopUp, type TopUpOutcome } from './settle-top-up.server';
import type { RailName } from './wallet';

/** Takes a signed notice of a rail. `off`: the rail has no keys here; `unsigned`: whoever sent it is not the rail. */
export async function receiveNotice(
  app: RailApp,
  { rail, rawBody, signature }: { rail: RailName; rawBody: string; signature: string | null },
): Promise<TopUpOutcome | 'off' | 'unsigned'> {
  const adapter = app.ports.rails[rail];
  if (!adapter) return 'off';
  const notice = adapter.readNotice(rawBody, signature);
  if (!notice) return 'unsigned';
  const settled = await app.inTransaction((tx) => settleTopUp(tx, { rail, notice, now: app.clock.now() }));
  if (!settled.ok) throw new Error(`a notice could not be posted: ${settled.refusal.code}`);
  if (settled.value === 'to_return')
    app.logger.error({ rail, event: notice.eventId }, 'card money goes back: it could not be credited');
  return settled.value;
}
