import { setPublishing } from '~/domain/merchants/set-publishing.server';
import type { MerchantId } from '~/shared/ids';
import { redirectTo } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Gives or withdraws the owner's consent to show the business; a withdrawal takes the page away at once. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  // The owner's own right: consent cannot be given by a manager.
  const { app, person, language, now } = await requireRight(args, 'merchant.money', merchantId);
  const consent = (await readFormData(args.request)).get('consent') === 'yes';
  await app.inTransaction((tx) => setPublishing(tx, { merchantId, personId: person.id, consent, now }));
  return redirectTo(`/usaha/${merchantId}?kabar=${consent ? 'tampil' : 'ditarik'}`, language);
}
