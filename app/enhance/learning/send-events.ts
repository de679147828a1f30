import { LATE_EVENTS_MAX } from '~/shared/late-events';
import { dropEvent, type KeptEvent, readEvents } from './kept-events';

/** The server has them; no network; it wants somebody to sign in; it answers with a failure of ours. */
export type SendOutcome = 'sent' | 'off' | 'out' | 'trouble';

const ANSWER_WITHIN = 10_000;

/** Sends what waits for a business until nothing is left; what an answer never came for is sent again and does no harm. */
export async function sendEvents(base: string): Promise<SendOutcome> {
  for (;;) {
    const waiting = readEvents(base).slice(0, LATE_EVENTS_MAX);
    if (waiting.length === 0) return 'sent';
    const outcome = await sendSome(base, waiting);
    if (outcome !== 'sent') return outcome;
  }
}

async function sendSome(base: string, events: readonly KeptEvent[]): Promise<SendOutcome> {
  // How long ago, since this phone's clock may be wrong.
  const now = Date.now();
  const body = JSON.stringify({ events: events.map(({ at, ...event }) => ({ ...event, age: Math.max(0, now - at) })) });
  try {
    const answer = await fetch(`${base}/kirim`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN),
      body,
    });
    if (answer.type === 'opaqueredirect' || answer.status === 404) return 'out';
    if (!answer.ok) return 'trouble';
    const { taken } = (await answer.json()) as { taken: string[] };
    for (const id of taken) dropEvent(base, id);
    return taken.length > 0 ? 'sent' : 'trouble';
  } catch {
    return 'off';
  }
}
