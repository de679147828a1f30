import type { AppContext } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { TapId } from '~/shared/ids';
import { accept, refuse } from '~/shared/result';
import { type BoardHand, claimTap, nameTicket, readCounted, writeRefused } from './internal/late-tap.server';
import { readTapNews, type TapNews } from './internal/read-tap-news.server';
import { runTap } from './internal/run-tap.server';
import { TAP_OLD_MILLISECONDS, type Tap, type TapOutcome } from './taps';

export type { BoardHand, TapNews };

export interface TapAnswer {
  id: TapId;
  outcome: TapOutcome;
  /** What the cashier must know at once; the same however often the tap is sent. */
  news: TapNews | null;
}

/**
 * Does what was tapped on a board, in the order in which it was tapped, each tap in a unit of work of its own by the verb
 * of its button. The tap's id counts once: sent again, it gets the answer it got. What could not be done is written down
 * with what was found instead, and the board lists it until somebody has read it.
 */
export async function applyLateTaps(
  app: Pick<AppContext, 'inTransaction'>,
  hand: BoardHand,
  taps: readonly Tap[],
  now: number,
  fences: Fences = ALL_FENCES,
): Promise<TapAnswer[]> {
  const answers: TapAnswer[] = [];
  for (const tap of taps) answers.push(await applyLateTap(app, hand, tap, now, fences));
  return answers;
}

async function applyLateTap(
  app: Pick<AppContext, 'inTransaction'>,
  hand: BoardHand,
  tap: Tap,
  now: number,
  fences: Fences,
): Promise<TapAnswer> {
  const done = await app.inTransaction(async (tx) => {
    // Claimed first: of two sends at once the second waits here until the first has its answer.
    if (fences.guard && !(await claimTap(tx, hand, tap, now))) return accept(await readCounted(tx, hand, tap));
    if (tap.ago > TAP_OLD_MILLISECONDS) return refuse({ code: 'tap_too_old' as const });
    const ran = await runTap(tx, hand, tap, now);
    if (!ran.ok) return ran;
    const { ticketId } = ran.value;
    if (tap.wish.act === 'counter_sale') await nameTicket(tx, hand, tap, ticketId);
    return accept({ outcome: 'applied' as const, news: await readTapNews(tx, hand, tap.wish.act, ticketId) });
  });
  if (done.ok) return { id: tap.id, ...done.value };
  const { refusal } = done;
  // The refusal took everything back, the claim included; that it was refused counts by itself.
  return app.inTransaction(async (tx) => ({
    id: tap.id,
    outcome: await writeRefused(tx, hand, tap, { refusal, now }),
    news: null,
  }));
}
