import type { Topic } from '~/platform/topic.server';
import { MINUTE_MS } from '~/shared/time';
import type { PageArgs } from './rights.server';

/** What a page shows that everybody may be sent from memory (app/server/document-cache). */
export interface KeptPage {
  /** All it depends on; a touch of any of them drops it. */
  topics: readonly Topic[];
  /** The next instant at which time alone changes it, epoch ms; Infinity where none does. */
  freshUntil: number;
}

/**
 * Says that this answer may be kept and sent to everybody, and what it depends on. Called by the loader, which must
 * have read nothing of who asks; the address stands in app/server/document-cache/shared-pages.ts.
 */
export function cachePage({ context }: PageArgs, { topics, freshUntil }: KeptPage): void {
  const { app } = context;
  // The demo shows its clock, to the minute, in every footer.
  const clockMoves = app.config.mode === 'demo' ? nextMinute(app.clock.now()) : Number.POSITIVE_INFINITY;
  context.keepPage({ topics, freshUntil: Math.min(freshUntil, clockMoves) });
}

export function nextMinute(now: number): number {
  return (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
}

/** The first of these instants that is still ahead; Infinity when none is. */
export function firstAhead(now: number, instants: readonly (number | null)[]): number {
  return Math.min(...instants.flatMap((at) => (at !== null && at > now ? [at] : [])), Number.POSITIVE_INFINITY);
}
