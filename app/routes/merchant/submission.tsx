import { submitMerchant } from '~/domain/merchants/submit-merchant.server';
import type { MerchantId } from '~/shared/ids';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Hands the profile in. What is missing stands on the overview already, so a refusal goes back there. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  const submitted = await app.inTransaction((tx) => submitMerchant(tx, { merchantId, by: person.id, now }));
  const news = submitted.ok && (submitted.value.state === 'active' ? 'aktif' : 'dikirim');
  return redirectTo(`/usaha/${merchantId}${news ? `?kabar=${news}` : ''}`, language);
}
