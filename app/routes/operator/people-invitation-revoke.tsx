import { INSTALLATION } from '~/domain/identity/identity';
import { revokeInvitation } from '~/domain/identity/revoke-invitation.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Takes an open invitation to help run the installation back; one that ended meanwhile is as good. */
export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'operator');
  const invitationId = parseId('inv', args.params.invitationId);
  if (!invitationId) throw answerNotFound();
  const scope = { scopeKind: 'installation', scopeId: INSTALLATION } as const;
  const revoked = await app.inTransaction((tx) => revokeInvitation(tx, { ...scope, invitationId, now }));
  if (!revoked.ok) throw answerNotFound();
  return redirectTo('/operator/orang', language);
}
