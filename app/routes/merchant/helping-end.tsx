import { endHelp } from '~/domain/identity/end-help.server';
import type { MerchantId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** The helper is done. Who belongs to the business has no help to end. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.fill', merchantId);
  const ended = await app.inTransaction((tx) => endHelp(tx, { merchantId, helperId: person.id, now }));
  if (!ended.ok) throw answerNotFound();
  return redirectTo('/bantu?kabar=selesai', language);
}
