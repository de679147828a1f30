import { claimMerchant } from '~/domain/merchants/claim-merchant.server';
import { parseId } from '~/shared/ids';
import { redirectTo } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** "Ini usaha saya": takes over a business that an office imported with this very phone. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const merchantId = parseId('mrc', (await readFormData(args.request)).get('merchantId'));
  const { phone } = person;
  if (!merchantId || !phone) return redirectTo('/usaha', language);
  const claimed = await app.inTransaction((tx) => claimMerchant(tx, { merchantId, personId: person.id, phone, now }));
  // Taken over already, by her or by another: the list says which are hers.
  return redirectTo(claimed.ok ? `/usaha/${merchantId}?kabar=diambil` : '/usaha', language);
}
