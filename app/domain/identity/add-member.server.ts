import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { newId, type PersonId } from '~/shared/ids';
import type { Role, ScopeKind } from './identity';

export interface NewMember {
  personId: PersonId;
  scopeKind: ScopeKind;
  scopeId: string;
  role: Role;
  /** Who gave the role; null for the house itself (first operator, import). */
  createdBy: PersonId | null;
  now: number;
}

/** Gives a person a role. Giving it twice changes nothing. */
export async function addMember(
  tx: Tx,
  { personId, scopeKind, scopeId, role, createdBy, now }: NewMember,
): Promise<void> {
  const added = await tx
    .insertInto('identity_member')
    .values({
      id: newId('mbr', now),
      person_id: personId,
      scope_kind: scopeKind,
      scope_id: scopeId,
      role,
      created_at: now,
      created_by: createdBy,
      ended_at: null,
      ended_by: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'scope_kind', 'scope_id', 'role']).where('ended_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return;
  await recordAudit(tx, {
    actorId: createdBy,
    action: 'member.added',
    subjectKind: scopeKind,
    subjectId: scopeId,
    details: { personId, role },
    now,
  });
}
