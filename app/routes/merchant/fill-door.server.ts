import { helpsUntil } from '~/domain/identity/rights';
import { readMarkedFields } from '~/domain/merchants/read-typed.server';
import type { MerchantId } from '~/shared/ids';
import { type PageArgs, requireRight } from '~/web/rights.server';
import { readTypedDishes } from './typed-shown.server';

/**
 * First line of the loaders that a helper may call: who asks about which business, until when she only helps there
 * (null for its own people), and which fields wait for the owner's look.
 */
export async function openToFill(args: PageArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const asked = await requireRight(args, 'merchant.fill', merchantId);
  const marked = await readMarkedFields(asked.app.db, merchantId);
  const help = {
    until: helpsUntil(asked.visitor.memberships, merchantId),
    marked,
    dishes: await readTypedDishes(asked.app.db, merchantId, marked),
  };
  return { ...asked, merchantId, help };
}
