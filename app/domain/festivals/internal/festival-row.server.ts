import type { Selectable } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { tellLive } from '~/platform/live.server';
import { FESTIVAL_LIST, touchTopics } from '~/platform/topic.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { newId } from '~/shared/ids';
import { lockRows } from '~db/engine.server';
import type { EditionTable } from '~db/schema/festivals';
import type { FestivalState } from '../festival';

export type FestivalRow = Selectable<EditionTable>;

/** The festival's row, locked to the end of the unit of work: line-up verbs of one festival go one after another. */
export async function lockFestival(tx: Tx, festivalId: FestivalId): Promise<FestivalRow> {
  return lockRows(tx.selectFrom('festival_edition').selectAll().where('id', '=', festivalId)).executeTakeFirstOrThrow();
}

export async function readFestivalRow(db: ReadDb | Tx, festivalId: FestivalId): Promise<FestivalRow> {
  return db.selectFrom('festival_edition').selectAll().where('id', '=', festivalId).executeTakeFirstOrThrow();
}

export interface FestivalMove {
  festivalId: FestivalId;
  from: FestivalState;
  to: FestivalState;
  by: PersonId | null;
  why?: string | null;
  now: number;
}

/** One step of the state graph with its history; false when the festival is no longer in `from`. */
export async function moveFestival(
  tx: Tx,
  { festivalId, from, to, by, why = null, now }: FestivalMove,
): Promise<boolean> {
  const moved = await tx
    .updateTable('festival_edition')
    .set({ state: to })
    .where('id', '=', festivalId)
    .where('state', '=', from)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return false;
  await tx
    .insertInto('festival_state_change')
    .values({
      id: newId('fsc', now),
      festival_id: festivalId,
      from_state: from,
      to_state: to,
      at: now,
      by_person_id: by,
      why,
    })
    .execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'festival.state',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { from, to },
    now,
  });
  await touchFestival(tx, festivalId, now);
  await tellOpenPages(tx, festivalId);
  return true;
}

/** A board that goes on offering buttons of a festival that was postponed would send taps which are all refused. */
async function tellOpenPages(tx: Tx, festivalId: FestivalId): Promise<void> {
  const stalls = await tx
    .selectFrom('festival_participation')
    .select('id')
    .where('festival_id', '=', festivalId)
    .orderBy('id')
    .execute();
  tellLive(tx, [...stalls.map(({ id }) => `board:${id}` as const), `ready:${festivalId}`, `control:${festivalId}`]);
}

/** What anonymous people see of this festival changes with the unit of work. */
export async function touchFestival(tx: Tx, festivalId: FestivalId, now: number): Promise<void> {
  await touchTopics(tx, [`festival:${festivalId}`, `call:${festivalId}`, FESTIVAL_LIST], now);
}
