import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { stopWhileOrdering } from '../scenarios/stopped-while-ordering';
import { onBothEngines } from '../setup/engines';

/** What is left of requests is cut 3.5 s after SIGTERM (app/server/start-web.ts). */
const CUT_AFTER_MS = 3_000;

/** R16 at its small size; `npm run prove -- R16` does the same with 500 orders in flight. */
onBothEngines('a process asked to stop in the middle of orders', (engine) => {
  it('answers every order it takes, takes none in silence, and ends by itself', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(inject('databaseFolder'), 'stop-'));
    const outcome = await stopWhileOrdering(await engine.world(), { inFlight: 12, folder });
    expect(outcome).toMatchObject({ wrong: [], broken: [], others: [], exitCode: 0 });
    expect(outcome.acknowledged + outcome.turnedAway + outcome.unanswered).toBe(12);
    // A machine that needs longer has its last connections cut.
    if (outcome.exitAfterMs < CUT_AFTER_MS) expect(outcome.unanswered).toBe(0);
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(1);
  });
});
