import { currentDay, readFestival } from '~/domain/festivals/read-festival.server';
import { lineForm } from '~/domain/orders/basket-form';
import { priceOfDish } from '~/domain/orders/read-basket-state.server';
import { readListedDishes } from '~/domain/stalls/read-listed-dishes.server';
import { redirectTo } from '~/web/answer.server';
import { acceptPrice } from '~/web/basket';
import { readBasket, writeBasket } from '~/web/basket.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requireRight(args, 'public');
  return redirectTo('/keranjang', language);
}

/** "Pakai harga baru": the customer said yes, so what the menu says now is held anew. Anything odd just shows the basket again. */
export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const form = await parseForm(args.request, lineForm);
  const basket = readBasket(args.request, app.ports.secrets);
  const festival = basket ? await readFestival(app.db, basket.festivalId) : null;
  if (!form.ok || !basket || !festival) return redirectTo('/keranjang', language);
  const { listing, options } = form.value;
  const day = currentDay(festival.days, now)?.day ?? '';
  const [dish] = await readListedDishes(app.db, { festivalId: festival.id, numbers: [listing], day, now });
  const price = dish ? priceOfDish(dish, options) : null;
  if (price === null) return redirectTo('/keranjang', language);
  const cookie = writeBasket(args.request, app.ports.secrets, acceptPrice(basket, { listing, options, price, now }));
  return redirectTo('/keranjang', language, cookie.ok ? { 'Set-Cookie': cookie.value } : {});
}
