import { revokeInvitation } from '~/domain/identity/revoke-invitation.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Takes an open invitation back; one that ended meanwhile is as good. */
export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'operator');
  const organisationId = parseId('org', args.params.organisationId);
  const invitationId = parseId('inv', args.params.invitationId);
  if (!organisationId || !invitationId) throw answerNotFound();
  const scope = { scopeKind: 'organisation', scopeId: organisationId } as const;
  const revoked = await app.inTransaction((tx) => revokeInvitation(tx, { ...scope, invitationId, now }));
  if (!revoked.ok) throw answerNotFound();
  return redirectTo(`/operator/lembaga/${organisationId}`, language);
}
