import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BackupRefusal } from '~/shared/backup-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import type { ReadDb, Tx } from './app-context';
import { readTombstones, type Tombstone } from './tombstone.server';

/** What a list outside the database knows: who was erased, and until when it was told (epoch ms; 0 = never). */
export interface TombstoneList {
  stones: Tombstone[];
  toldUntil: number;
}

export const EMPTY_LIST: TombstoneList = { stones: [], toldUntil: 0 };

type Line = Tombstone | { toldUntil: number };

/** The list in a file; an empty one where there is no file. A last line that broke off with its process is left out. */
export function readTombstoneList(file: string): Result<TombstoneList, BackupRefusal> {
  if (!existsSync(file)) return accept(EMPTY_LIST);
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1).filter(Boolean).map(readLine);
  if (lines.includes(null)) return refuse({ code: 'list_unreadable', file });
  const stones = lines.filter((line): line is Tombstone => line !== null && 'id' in line);
  const told = lines.map((line) => (line && 'toldUntil' in line ? line.toldUntil : 0));
  return accept(joinLists([{ stones, toldUntil: Math.max(0, ...told) }]));
}

/** Null for what was never one of ours. */
function readLine(text: string): Line | null {
  try {
    const line = JSON.parse(text) as Partial<Tombstone & { toldUntil: number }> | null;
    if (typeof line?.toldUntil === 'number') return { toldUntil: line.toldUntil };
    const { kind, id, erasedAt, requestId } = line ?? {};
    if ((kind !== 'person' && kind !== 'merchant') || typeof id !== 'string' || typeof erasedAt !== 'number')
      return null;
    return { kind, id, erasedAt, requestId: requestId ?? null };
  } catch {
    return null;
  }
}

/** Everybody in any of them, oldest first, and the newest moment any of them was told. */
export function joinLists(lists: readonly TombstoneList[]): TombstoneList {
  const known = new Map<string, Tombstone>();
  for (const stone of lists.flatMap(({ stones }) => stones)) {
    const key = `${stone.kind} ${stone.id}`;
    if (!known.has(key)) known.set(key, stone);
  }
  const stones = [...known.values()].sort((one, other) => one.erasedAt - other.erasedAt);
  return { stones, toldUntil: Math.max(0, ...lists.map(({ toldUntil }) => toldUntil)) };
}

/**
 * Tells a list outside the database whom it does not know yet, and that it knows everybody until `now`. Appended and on
 * the disk when it answers, so two processes never take a line from each other. Ids only.
 */
export async function keepTombstoneList(db: ReadDb | Tx, { file, now }: { file: string; now: number }): Promise<void> {
  const kept = readTombstoneList(file);
  if (!kept.ok) throw new Error('the list of tombstones outside the database cannot be read: move it away');
  const known = new Set(kept.value.stones.map(({ kind, id }) => `${kind} ${id}`));
  const added = (await readTombstones(db)).filter(({ kind, id }) => !known.has(`${kind} ${id}`));
  await appendLines(file, [...added, { toldUntil: now }]);
}

async function appendLines(file: string, lines: readonly Line[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await cutBrokenLine(file);
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** What a process left that died while it wrote: told anew by the next. */
async function cutBrokenLine(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) await truncate(file, end);
}
