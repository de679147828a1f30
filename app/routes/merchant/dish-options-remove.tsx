import { dropOptionGroup } from '~/domain/menus/put-option-group.server';
import { type MerchantId, parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Takes one group of options off a dish. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  const dishId = parseId('dsh', args.params.dishId);
  const name = (await readFormData(args.request)).get('group');
  if (!dishId) throw answerNotFound();
  const group = typeof name === 'string' ? name : '';
  const dropped = await app.inTransaction((tx) => dropOptionGroup(tx, { merchantId, dishId, name: group, now }));
  if (!dropped.ok) throw answerNotFound();
  return redirectTo(`/usaha/${merchantId}/menu/${dishId}?kabar=pilihan#pilihan`, language);
}
