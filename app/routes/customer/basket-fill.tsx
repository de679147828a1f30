import { FillPage } from '~/components/customer/fill-view';
import { currentDay, type Festival, readFestival, readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { lineForm } from '~/domain/orders/basket-form';
import { priceOfDish } from '~/domain/orders/read-basket-state.server';
import { readListedDishes } from '~/domain/stalls/read-listed-dishes.server';
import { wordsFor } from '~/i18n';
import { fieldErrorText } from '~/i18n/field-errors';
import { refusalAnswer } from '~/i18n/refusals';
import type { AppContext } from '~/platform/app-context';
import type { Language } from '~/shared/language';
import { languageOf, plainPath, safePath } from '~/shared/paths';
import { pageData, redirectTo } from '~/web/answer.server';
import { type Basket, newBasket, setQuantity } from '~/web/basket';
import { readBasket, writeBasket } from '~/web/basket.server';
import { parseForm, readFormData } from '~/web/form.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, useActionData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Only the form comes here; a reload of its address shows the basket. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requireRight(args, 'public');
  // After the action Remix asks the loader too, with the form's own headers; then the page speaks, not a redirect.
  return args.request.method === 'GET' && !args.request.headers.has('Content-Type')
    ? redirectTo('/keranjang', language)
    : null;
}

export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const sent = await readFormData(args.request);
  const form = await parseForm(sent, lineForm);
  const back = plainPath(safePath(sent.get('kembali'), '/keranjang'));
  const [firstError] = form.ok ? [] : Object.values(form.errors);
  if (!form.ok) return failed(fieldErrorText(firstError ?? 'field_wrong', language), back, 422);
  const { listing, options, quantity, replace } = form.value;
  const festival = await readFestivalBySlug(app.db, form.value.festival);
  const basket = readBasket(args.request, app.ports.secrets);
  if (!festival) return refused({ code: 'basket_line_unknown' }, back, language);
  const price = quantity === 0 ? 0 : await priceNow(app, festival, { listing, options, now });
  if (typeof price === 'object') return refused(price, back, language);
  const current = replace && basket?.festivalId !== festival.id ? newBasket(festival.id) : basket;
  const set = setQuantity(current, { festivalId: festival.id, listing, options, quantity, price, now });
  if (!set.ok) return askOther(app, { language, basket, festival, sent, back });
  const cookie = writeBasket(args.request, app.ports.secrets, set.value);
  if (!cookie.ok) return refused(cookie.refusal, back, language);
  return redirectTo(back === '/keranjang' ? back : `${back}?masuk=${listing}#m-${listing}`, language, {
    'Set-Cookie': cookie.value,
  });
}

async function priceNow(
  { db }: AppContext,
  festival: Festival,
  { listing, options, now }: { listing: number; options: readonly number[]; now: number },
): Promise<number | { code: 'basket_line_unknown' } | { code: 'basket_options_wrong' }> {
  const day = currentDay(festival.days, now)?.day ?? '';
  const [dish] = await readListedDishes(db, { festivalId: festival.id, numbers: [listing], day, now });
  if (!dish) return { code: 'basket_line_unknown' };
  return priceOfDish(dish, options) ?? { code: 'basket_options_wrong' };
}

async function askOther(
  { db }: AppContext,
  {
    language,
    basket,
    festival,
    sent,
    back,
  }: { language: Language; basket: Basket | null; festival: Festival; sent: FormData; back: string },
) {
  const words = wordsFor(language).customer.basket;
  const old = basket ? ((await readFestival(db, basket.festivalId))?.name ?? words.oldFestival) : words.oldFestival;
  const { status, text } = refusalAnswer({ code: 'basket_other_festival' }, language);
  const fields = [...sent].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== 'ganti' ? [[name, value]] : [],
  );
  return pageData({ text, back, other: { old, next: festival.name, fields } }, { status });
}

function refused(refusal: { code: string }, back: string, language: Language) {
  const { status, text } = refusalAnswer(refusal, language);
  return failed(text, back, status);
}

function failed(text: string, back: string, status: number) {
  return pageData({ text, back, other: null }, { status });
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).customer.basket.title} · Pestarasa` },
];

export default function BasketFill() {
  const failure = useActionData<typeof action>();
  return failure ? <FillPage failure={failure} /> : null;
}
