import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { askErasure } from '~/domain/privacy/ask-erasure.server';
import { beginErasure } from '~/domain/privacy/begin-erasure.server';
import type { ErasureStep } from '~/domain/privacy/erase-person.server';
import { takeRequest } from '~/domain/privacy/take-request.server';
import { makeLogger } from '~/platform/logger.server';
import type { PersonId } from '~/shared/ids';
import { erasePersonNow } from '~/worker/privacy.server';
import { drainOutbox } from '~/worker/run-worker.server';
import { readSchemaTypes } from '../database/schema-types';
import type { World } from '../setup/engines';
import type { MarkedPerson } from './marked-person';
import { accepted } from './merchants';

const OFFICER = 'psn_officer' as PersonId;

/** Every row of every table as text, bytes as letters; and of SQLite the file with its log. */
export async function readEverything(world: Pick<World, 'db' | 'location'>): Promise<string> {
  const parts: string[] = [];
  for (const name of Object.keys(readSchemaTypes())) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(world.db);
    for (const row of rows) {
      const values = Object.values(row).map((value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
      );
      parts.push(`${name}: ${values.join(' | ')}`);
    }
  }
  if ('file' in world.location) {
    for (const ending of ['', '-wal']) {
      const file = world.location.file + ending;
      if (existsSync(file)) parts.push(`file${ending}: ${readFileSync(file, 'latin1')}`);
    }
  }
  return parts.join('\n');
}

/** Which needles are still somewhere, with where the first of each stands. */
export function findNeedles(text: string, needles: readonly string[]): string[] {
  return needles.flatMap((needle) => {
    const at = text.indexOf(needle);
    return at < 0 ? [] : [text.slice(text.lastIndexOf('\n', at) + 1, at + needle.length).slice(0, 60)];
  });
}

/** Asked, taken, begun and done; answers everything the log said. `steps` leaves some out. */
export async function eraseMarked(
  world: World,
  her: Pick<MarkedPerson, 'personId'>,
  steps?: Record<string, ErasureStep>,
): Promise<string> {
  const now = world.clock.now();
  const requestId = accepted(await world.inTransaction((tx) => askErasure(tx, { personId: her.personId, now })));
  await world.inTransaction(async (tx) => {
    accepted(await takeRequest(tx, { requestId, by: OFFICER, now }));
    accepted(await beginErasure(tx, { requestId, by: OFFICER, now }));
  });
  const said: string[] = [];
  const logger = makeLogger({ logLevel: 'trace' }, { write: (line) => void said.push(line) });
  world.clock.advance(120_000);
  const app = { ...world.app, logger };
  if (steps) await erasePersonNow(app, { requestId }, steps);
  else await drainOutbox(app);
  return said.join('');
}
