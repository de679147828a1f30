import { restoreDish } from '~/domain/menus/archive-dish.server';
import { type MerchantId, parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** "Urungkan": the dish stands where it stood. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  const dishId = parseId('dsh', args.params.dishId);
  if (!dishId) throw answerNotFound();
  const restored = await app.inTransaction((tx) => restoreDish(tx, { dishId, merchantId, by: person.id, now }));
  if (!restored.ok) throw answerNotFound();
  return redirectTo(`/usaha/${merchantId}/menu?kabar=kembali&menu=${dishId}`, language);
}
