import { revokeHelp } from '~/domain/identity/end-help.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openTeam } from './team-door.server';

/** The owner ends help at once, or takes a code back; what is over already is as good. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, merchantId, language, now } = await openTeam(args, 'merchant.team');
  const helpId = parseId('hlp', args.params.helpId);
  if (!helpId) throw answerNotFound();
  await app.inTransaction((tx) => revokeHelp(tx, { merchantId, helpId, by: person.id, now }));
  return redirectTo(`/usaha/${merchantId}/bantuan?kabar=berakhir`, language);
}
