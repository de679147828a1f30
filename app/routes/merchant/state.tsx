import { changeMerchantState } from '~/domain/merchants/change-merchant-state.server';
import type { MerchantId } from '~/shared/ids';
import { redirectTo } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** "Tutup sementara" and "Buka lagi": the two moves that are the owner's own. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.money', merchantId);
  const to = (await readFormData(args.request)).get('to') === 'active' ? 'active' : 'paused';
  const moved = await app.inTransaction((tx) =>
    changeMerchantState(tx, {
      merchantId,
      from: to === 'active' ? 'paused' : 'active',
      to,
      by: person.id,
      why: 'owner',
      now,
    }),
  );
  const news = to === 'paused' ? 'tutup' : 'buka';
  return redirectTo(`/usaha/${merchantId}${moved.ok ? `?kabar=${news}` : ''}`, language);
}
