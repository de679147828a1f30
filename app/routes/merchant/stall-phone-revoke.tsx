import { revokeStallPhone } from '~/domain/identity/revoke-stall-phone.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openTeam } from './team-door.server';

/** Takes a stall's phone out of service; one that has gone already is not there. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, merchantId, language, now } = await openTeam(args, 'merchant.team');
  const stallPhoneId = parseId('stp', args.params.stallPhoneId);
  if (!stallPhoneId) throw answerNotFound();
  const phone = { stallPhoneId, merchantId, revokedBy: person.id, now };
  const revoked = await app.inTransaction((tx) => revokeStallPhone(tx, phone));
  if (!revoked.ok) throw answerNotFound();
  return redirectTo(`/usaha/${merchantId}/tim?kabar=dicabut`, language);
}
