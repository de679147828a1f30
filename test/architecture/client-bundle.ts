import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from './sources';

const SERVER_WORDS = [
  'better-sqlite3',
  'kysely',
  'insertInto',
  'selectFrom',
  'SECRET_KEY',
  'DATABASE_URL',
  'wallet_entry',
  'identity_session',
  'argon2',
  'node:crypto',
  'STRIPE_SECRET',
];

/** Words of the server that reached what browsers download. */
export function findServerWords(root: string): Problem[] {
  const folder = resolve(root, process.env.BUILD_DIR || 'build', 'client/assets');
  if (!existsSync(folder)) return [{ file: 'build/client/assets', message: 'is missing: build first' }];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return SERVER_WORDS.filter((word) => text.includes(word)).map((word) => ({
        file: `build/client/assets/${name}`,
        message: `holds the server's word ${word}`,
      }));
    });
}
