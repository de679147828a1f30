import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import type { ScopeKind } from './identity';

/** Takes an open invitation of one scope back. */
export async function revokeInvitation(
  tx: Tx,
  {
    invitationId,
    scopeKind,
    scopeId,
    now,
  }: { invitationId: string; scopeKind: ScopeKind; scopeId: string; now: number },
): Promise<Result<undefined, { code: 'invitation_gone' }>> {
  const revoked = await tx
    .updateTable('identity_invitation')
    .set({ revoked_at: now })
    .where('id', '=', invitationId)
    .where('scope_kind', '=', scopeKind)
    .where('scope_id', '=', scopeId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return revoked.numUpdatedRows === 1n ? accept() : refuse({ code: 'invitation_gone' });
}
