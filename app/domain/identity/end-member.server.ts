import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { touchTopics } from '~/platform/topic.server';
import type { PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import type { Role, ScopeKind } from './identity';

export type EndMemberRefusal = { code: 'member_unknown' } | { code: 'member_last'; role: Role };

/** Takes a role away. The last owner, organiser or operator stays, or nobody could let anybody in again. */
export async function endMember(
  tx: Tx,
  options: { personId: PersonId; scopeKind: ScopeKind; scopeId: string; role: Role; endedBy: PersonId; now: number },
): Promise<Result<undefined, EndMemberRefusal>> {
  const { personId, scopeKind, scopeId, role, endedBy, now } = options;
  // Locked first, so that two owners cannot end each other at once.
  await lockRows(
    tx
      .selectFrom('identity_member')
      .select('id')
      .where('scope_kind', '=', scopeKind)
      .where('scope_id', '=', scopeId)
      .where('ended_at', 'is', null)
      .orderBy('id'),
  ).execute();
  const ended = await tx
    .updateTable('identity_member')
    .set({ ended_at: now, ended_by: endedBy })
    .where('person_id', '=', personId)
    .where('scope_kind', '=', scopeKind)
    .where('scope_id', '=', scopeId)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return refuse({ code: 'member_unknown' });
  if (role === 'owner' || role === 'organiser' || role === 'operator') {
    const left = await tx
      .selectFrom('identity_member')
      .select('id')
      .where('scope_kind', '=', scopeKind)
      .where('scope_id', '=', scopeId)
      .where('role', '=', role)
      .where('ended_at', 'is', null)
      .limit(1)
      .execute();
    if (left.length === 0) return refuse({ code: 'member_last', role });
  }
  await recordAudit(tx, {
    actorId: endedBy,
    action: 'member.ended',
    subjectKind: scopeKind,
    subjectId: scopeId,
    details: { personId, role },
    now,
  });
  // A business is shown while one of its owners agrees, so her page may go with her.
  if (scopeKind === 'merchant') await touchTopics(tx, [`merchant:${scopeId}`], now);
  return accept();
}
