import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { addMember } from './add-member.server';
import type { Role, ScopeKind } from './identity';

/** Takes up one invitation to the person's own phone, once. Another's, a revoked or an old one is gone. */
export async function acceptInvitation(
  tx: Tx,
  { invitationId, personId, phone, now }: { invitationId: string; personId: PersonId; phone: E164; now: number },
): Promise<Result<{ scopeKind: ScopeKind; scopeId: string; role: Role }, { code: 'invitation_gone' }>> {
  const taken = await tx
    .updateTable('identity_invitation')
    .set({ accepted_at: now })
    .where('id', '=', invitationId)
    .where('phone', '=', phone)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['scope_kind', 'scope_id', 'role', 'created_by'])
    .executeTakeFirst();
  if (!taken) return refuse({ code: 'invitation_gone' });
  const scopeKind = taken.scope_kind as ScopeKind;
  const role = taken.role as Role;
  await addMember(tx, { personId, scopeKind, scopeId: taken.scope_id, role, createdBy: taken.created_by, now });
  return accept({ scopeKind, scopeId: taken.scope_id, role });
}

/** Takes up every open invitation to a phone; at a first sign-in. */
export async function acceptInvitationsOf(
  tx: Tx,
  { personId, phone, now }: { personId: PersonId; phone: E164; now: number },
): Promise<void> {
  const open = await tx
    .selectFrom('identity_invitation')
    .select('id')
    .where('phone', '=', phone)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id')
    .execute();
  for (const { id } of open) await acceptInvitation(tx, { invitationId: id, personId, phone, now });
}
