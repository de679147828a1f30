import { expect, vi } from 'vitest';
import type { Tx } from '~/platform/app-context';
import { MINUTE_MS } from '~/shared/time';
import { makePerson, signInPerson } from '../factories/identity';
import { startServer, type TestServer } from '../setup/server';
import { WORLD_BEGINS } from '../setup/world';

export interface KeptPages {
  server: TestServer;
  /** Runs a verb in another process than the site's and waits until nobody is sent these pages as they were. */
  expectDropped: (paths: readonly string[], verb: (tx: Tx) => Promise<unknown>) => Promise<void>;
}

/** The site without its worker: what a test does is all that is done. */
export async function openKeptPages(): Promise<KeptPages> {
  const server = await startServer('sqlite', { env: { ROLE: 'web' } });
  const session = await signInPerson(server.world, (await makePerson(server.world)).personId);
  let minute = 0;

  const kept = async (path: string) => judge(await server.send(path));
  /** Nobody who is signed in is answered from memory. */
  const fresh = async (path: string) => judge(await server.send(path, { session }));

  return {
    server,
    expectDropped: async (paths, verb) => {
      // A new minute, so that no page is dropped by the clock while we wait.
      minute += 1;
      server.moveClock(WORLD_BEGINS + minute * MINUTE_MS);
      const before = new Map<string, string>();
      for (const path of paths) {
        const shown = await kept(path);
        expect(shown, `${path}, kept`).toBe(await fresh(path));
        before.set(path, shown);
      }
      const answer = await server.world.inTransaction(verb);
      expect(answer, 'the verb').not.toMatchObject({ ok: false });
      for (const path of paths) {
        const after = await fresh(path);
        expect(after, `${path} shows what the verb did`).not.toBe(before.get(path));
        await vi.waitFor(async () => expect((await kept(path)) === after, `${path}, dropped`).toBe(true), {
          timeout: 10_000,
          interval: 50,
        });
      }
    },
  };
}

const judge = ({ status, text }: { status: number; text: string }) => `${status} ${text}`;
