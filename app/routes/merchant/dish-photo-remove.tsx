import { removeDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { type MerchantId, parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Takes the photo off a dish; batik shows instead. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  const dishId = parseId('dsh', args.params.dishId);
  if (!dishId) throw answerNotFound();
  const removed = await app.inTransaction((tx) => removeDishPhoto(tx, { dishId, merchantId, now }));
  if (!removed.ok) throw answerNotFound();
  return redirectTo(`/usaha/${merchantId}/menu/${dishId}?kabar=tanpa-foto`, language);
}
