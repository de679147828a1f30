import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import { newId, type PersonId, type PrivacyRequestId } from '~/shared/ids';
import { ANSWER_MS, type CorrectionField, EXPORT_FRESH_MS, OPEN_STATES, type RequestKind } from './privacy';

export interface RequestOrder {
  personId: PersonId;
  kind: Exclude<RequestKind, 'restriction'>;
  /** A correction says which data and what it should be. */
  correction?: { field: CorrectionField; wanted: string };
  now: number;
}

/**
 * Writes a request down; its clock runs from now. While one of its kind is open, or an export was made within the hour,
 * that one is answered, so that a second tap asks nothing new. An export is made by the worker, the rest by an officer.
 */
export async function askRequest(tx: Tx, { personId, kind, correction, now }: RequestOrder): Promise<PrivacyRequestId> {
  const known = await findKnown(tx, { personId, kind, now });
  if (known) return known;
  const id = newId('prq', now);
  const asked = await tx
    .insertInto('privacy_request')
    .values({
      ...NOTHING_YET,
      id,
      person_id: personId,
      kind,
      state: 'asked',
      asked_at: now,
      due_at: now + ANSWER_MS,
      field: correction?.field ?? null,
      wanted: correction?.wanted ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  // Two taps at once: the index let one through, the other answers with it.
  if (asked.numInsertedOrUpdatedRows !== 1n) return (await findKnown(tx, { personId, kind, now })) ?? id;
  if (kind === 'export') {
    await addToOutbox(tx, { kind: 'privacy.make_export', key: `export:${id}`, payload: { requestId: id }, now });
  }
  return id;
}

export const NOTHING_YET = {
  field: null,
  wanted: null,
  taken_at: null,
  taken_by: null,
  ended_at: null,
  ended_by: null,
  refusal: null,
  answer: null,
  expires_at: null,
  lifted_at: null,
};

async function findKnown(tx: Tx, { personId, kind, now }: Omit<RequestOrder, 'correction'>) {
  const rows = tx
    .selectFrom('privacy_request')
    .select('id')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .orderBy('asked_at', 'desc')
    .limit(1);
  const open = await rows.where('state', 'in', OPEN_STATES).executeTakeFirst();
  if (open || kind !== 'export') return open?.id ?? null;
  const fresh = rows.where('state', '=', 'answered').where('ended_at', '>', now - EXPORT_FRESH_MS);
  return (await fresh.where('expires_at', '>', now).executeTakeFirst())?.id ?? null;
}
