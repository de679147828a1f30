import type { AuditAction, AuditSubject } from '~/shared/audit-actions';
import { newId, type PersonId } from '~/shared/ids';
import type { Tx } from './app-context';

export interface AuditEntry {
  /** Who acted; null for the worker. */
  actorId: PersonId | null;
  /** Noun and verb, such as `merchant.claimed`. */
  action: AuditAction;
  subjectKind: AuditSubject;
  subjectId: string;
  /** Never a NIK, PIN, code or account number. */
  details?: Readonly<Record<string, string | number | null>>;
  now: number;
}

/** Notes who did what, in the unit of work that did it. Rows are never changed. */
export async function recordAudit(
  tx: Tx,
  { actorId, action, subjectKind, subjectId, details = {}, now }: AuditEntry,
): Promise<void> {
  await tx
    .insertInto('platform_audit')
    .values({
      id: newId('aud', now),
      at: now,
      actor_id: actorId,
      action,
      subject_kind: subjectKind,
      subject_id: subjectId,
      details: JSON.stringify(details),
    })
    .execute();
}
