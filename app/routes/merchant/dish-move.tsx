import { moveDish } from '~/domain/menus/move-dish.server';
import { type MerchantId, parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Moves a dish one place up or down. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  const dishId = parseId('dsh', args.params.dishId);
  const direction = (await readFormData(args.request)).get('direction') === 'up' ? 'up' : 'down';
  if (!dishId) throw answerNotFound();
  const moved = await app.inTransaction((tx) => moveDish(tx, { dishId, merchantId, direction, now }));
  if (!moved.ok) throw answerNotFound();
  return redirectTo(`/usaha/${merchantId}/menu`, language);
}
