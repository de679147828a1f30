import { wordsFor } from '~/i18n';
import { formatRupiah } from '~/i18n/format';
import { countPortions, totalOf } from '~/web/basket';
import { readBasket } from '~/web/basket.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** What the sticky bar says; asked for by app/enhance/basket-bar.ts because the page around it is cached. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'public');
  const basket = readBasket(args.request, app.ports.secrets);
  const words = wordsFor(language).customer.basket;
  const count = countPortions(basket);
  const label = count > 0 ? words.barLabel(count, formatRupiah(totalOf(basket))) : words.bar;
  return Response.json({ count, label }, { headers: { 'Cache-Control': 'no-store' } });
}
