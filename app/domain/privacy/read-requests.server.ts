import type { Selectable } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { PersonId, PrivacyRequestId } from '~/shared/ids';
import type { PrivacyRequestTable } from '~db/schema/privacy';
import { type CorrectionField, OPEN_STATES, type RefusalReason, type RequestKind, type RequestState } from './privacy';

export interface PrivacyRequest {
  id: PrivacyRequestId;
  personId: PersonId;
  kind: RequestKind;
  state: RequestState;
  askedAt: number;
  dueAt: number;
  field: CorrectionField | null;
  wanted: string | null;
  endedAt: number | null;
  refusal: RefusalReason | null;
  answer: string | null;
  expiresAt: number | null;
  liftedAt: number | null;
}

/** What a person asked, newest first. */
export async function readOwnRequests(db: ReadDb, personId: PersonId): Promise<PrivacyRequest[]> {
  const rows = await db
    .selectFrom('privacy_request')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map(toRequest);
}

/** One request; with a person only where it is hers. Null otherwise. */
export async function readRequest(
  db: ReadDb | Tx,
  { requestId, personId }: { requestId: PrivacyRequestId; personId?: PersonId },
): Promise<PrivacyRequest | null> {
  let query = db.selectFrom('privacy_request').selectAll().where('id', '=', requestId);
  if (personId) query = query.where('person_id', '=', personId);
  const row = await query.executeTakeFirst();
  return row ? toRequest(row) : null;
}

/** The restriction in force for a person; null where there is none. */
export async function readRestriction(db: ReadDb | Tx, personId: PersonId): Promise<PrivacyRequestId | null> {
  const row = await db
    .selectFrom('privacy_request')
    .select('id')
    .where('person_id', '=', personId)
    .where('kind', '=', 'restriction')
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface QueuedRequest extends PrivacyRequest {
  name: string | null;
  phone: string | null;
  takenBy: string | null;
}

/** The officer's queue: what is open, by its deadline, oldest first; or what has ended, newest first. */
export async function readRequestQueue(db: ReadDb, which: 'open' | 'ended'): Promise<QueuedRequest[]> {
  const query = db
    .selectFrom('privacy_request as request')
    .innerJoin('identity_person as person', 'person.id', 'request.person_id')
    .leftJoin('identity_person as officer', 'officer.id', 'request.taken_by')
    .selectAll('request')
    .select(['person.name', 'person.phone', 'officer.name as officer_name', 'officer.phone as officer_phone'])
    .limit(200);
  const rows = await (which === 'open'
    ? query.where('request.state', 'in', OPEN_STATES).orderBy('request.due_at').orderBy('request.id')
    : query
        .where('request.state', 'not in', OPEN_STATES)
        .orderBy('request.ended_at', 'desc')
        .orderBy('request.id', 'desc')
  ).execute();
  return rows.map((row) => ({
    ...toRequest(row),
    name: row.name,
    phone: row.phone,
    takenBy: row.officer_name ?? row.officer_phone,
  }));
}

/** How many are open, and how many of those are past their deadline. */
export async function countOpenRequests(db: ReadDb, now: number): Promise<{ open: number; overdue: number }> {
  const rows = await db.selectFrom('privacy_request').select('due_at').where('state', 'in', OPEN_STATES).execute();
  return { open: rows.length, overdue: rows.filter(({ due_at }) => due_at <= now).length };
}

function toRequest(row: Selectable<PrivacyRequestTable>): PrivacyRequest {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind as RequestKind,
    state: row.state as RequestState,
    askedAt: row.asked_at,
    dueAt: row.due_at,
    field: row.field as CorrectionField | null,
    wanted: row.wanted,
    endedAt: row.ended_at,
    refusal: row.refusal as RefusalReason | null,
    answer: row.answer,
    expiresAt: row.expires_at,
    liftedAt: row.lifted_at,
  };
}
