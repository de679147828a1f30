import { afterAll, afterEach, beforeEach, describe } from 'vitest';
import type { Engine } from '~db/engine.server';
import { checkLedger } from './ledger-invariants';
import { makeWorld, type World, type WorldOptions } from './world';

export type { World } from './world';

export interface EngineUnderTest {
  name: Engine;
  /** A fresh, empty installation; closed by itself after the test (after the last one when made in beforeAll). */
  world: (options?: WorldOptions) => Promise<World>;
}

/** Defines the same tests for SQLite and PostgreSQL. After each test the ledger of every world must balance. */
export function onBothEngines(title: string, define: (engine: EngineUnderTest) => void): void {
  for (const name of ['sqlite', 'postgres'] as const) onOneEngine(name, title, define);
}

/** For what only one engine can do, such as a deadlock or a locked file. */
export function onOneEngine(name: Engine, title: string, define: (engine: EngineUnderTest) => void): void {
  describe(`${title} (${name})`, () => defineOn(name, define));
}

function defineOn(name: Engine, define: (engine: EngineUnderTest) => void): void {
  const ofSuite: World[] = [];
  const ofTest: World[] = [];
  let isInTest = false;

  // Registered first, so it ends last: after whatever the tests themselves clean up.
  beforeEach(() => {
    isInTest = true;
  });
  afterEach(async () => {
    isInTest = false;
    const worlds = ofTest.splice(0);
    try {
      for (const world of [...ofSuite, ...worlds]) await checkLedger(world.db);
    } finally {
      for (const world of worlds) await world.close();
    }
  });
  afterAll(async () => {
    for (const world of ofSuite.splice(0)) await world.close();
  });

  define({
    name,
    world: async (options) => {
      const world = await makeWorld(name, options);
      (isInTest ? ofTest : ofSuite).push(world);
      return world;
    },
  });
}
