import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../test/factories/backups';
import { DEMO_OPENS_AT, moveDemoClockOn, openDemoClock, readDemoClock } from './demo-clock';

describe('the demo’s own time', () => {
  it('is read by a command beside it, which keeps nothing itself', () => {
    const folder = makeFolder();
    expect(readDemoClock(folder).now()).toBe(DEMO_OPENS_AT);
    expect(existsSync(join(folder, 'clock.json'))).toBe(false);
    moveDemoClockOn(folder, DEMO_OPENS_AT + 5_000);
    expect(readDemoClock(folder).now()).toBe(DEMO_OPENS_AT + 5_000);
  });

  it('goes on where restored data stopped, and never back', () => {
    const folder = makeFolder();
    moveDemoClockOn(folder, DEMO_OPENS_AT + 60_000);
    moveDemoClockOn(folder, DEMO_OPENS_AT + 1_000);
    const clock = openDemoClock(folder);
    expect(clock.now()).toBeGreaterThanOrEqual(DEMO_OPENS_AT + 60_000);
    clock.stop();
  });
});
