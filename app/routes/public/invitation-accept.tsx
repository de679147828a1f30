import { acceptInvitation } from '~/domain/identity/accept-invitation.server';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Takes up an invitation to the person's own phone; another's does not exist for her. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const { phone } = person;
  const invitationId = args.params.invitationId ?? '';
  if (!phone) throw answerNotFound();
  const accepted = await app.inTransaction((tx) =>
    acceptInvitation(tx, { invitationId, personId: person.id, phone, now }),
  );
  if (!accepted.ok) throw answerNotFound();
  const { scopeKind, scopeId, role } = accepted.value;
  if (scopeKind === 'installation')
    return redirectTo(role === 'verifier' ? '/operator/periksa' : '/operator', language);
  return redirectTo(`/${scopeKind === 'merchant' ? 'usaha' : 'penyelenggara'}/${scopeId}`, language);
}
