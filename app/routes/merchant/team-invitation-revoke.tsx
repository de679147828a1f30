import { revokeInvitation } from '~/domain/identity/revoke-invitation.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openTeam } from './team-door.server';

/** Takes an open invitation into the business back. */
export async function action(args: ActionFunctionArgs) {
  const { app, scope, merchantId, language, now } = await openTeam(args, 'merchant.team');
  const invitationId = parseId('inv', args.params.invitationId);
  if (!invitationId) throw answerNotFound();
  const revoked = await app.inTransaction((tx) => revokeInvitation(tx, { ...scope, invitationId, now }));
  if (!revoked.ok) throw answerNotFound();
  return redirectTo(`/usaha/${merchantId}/tim`, language);
}
