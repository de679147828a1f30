import type { z } from 'zod';
import { PayPage, type PayRefusal } from '~/components/customer/pay-view';
import { toBasketView } from '~/components/customer/to-views';
import { currentDay, readFestival } from '~/domain/festivals/read-festival.server';
import { payForm } from '~/domain/orders/basket-form';
import { orderOfBasket } from '~/domain/orders/order-of-basket';
import { readBasketState } from '~/domain/orders/read-basket-state.server';
import { wordsFor } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { refusalAnswer } from '~/i18n/refusals';
import type { Language } from '~/shared/language';
import { languageOf } from '~/shared/paths';
import { pageData, redirectTo } from '~/web/answer.server';
import { toRequestedLines } from '~/web/basket';
import { markBrowser, placedHeaders, readBasket } from '~/web/basket.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { readPayer, readWallet } from './basket-pay-wallet.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, visitor, language, now } = await requireRight(args, 'public');
  const basket = readBasket(args.request, app.ports.secrets);
  const festival = basket && basket.lines.length > 0 ? await readFestival(app.db, basket.festivalId) : null;
  const day = festival ? currentDay(festival.days, now) : null;
  if (!basket || !festival || !day) throw redirectTo('/keranjang', language);
  const lines = toRequestedLines(basket.lines);
  const state = await readBasketState(app.db, { festivalId: festival.id, day: day.day, lines, now });
  const view = toBasketView(festival, state);
  // Whatever has to be answered first is asked there, with its ways out.
  if (!view.payable || !view.pickup) throw redirectTo('/keranjang', language);
  const wished = Number(new URL(args.request.url).searchParams.get('jam'));
  const startsAt = view.pickup.starts.includes(wished) ? wished : null;
  const slots = view.pickup.slots.map((slot) => ({ ...slot, startsAt: startsAt ?? slot.startsAt }));
  return { basket: view, slots, wallet: await readWallet(app.db, visitor, now) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, visitor, language, now } = await requireRight(args, 'public');
  const { secrets } = app.ports;
  const basket = readBasket(args.request, secrets);
  const form = await parseForm(args.request, payForm);
  const festival = basket ? await readFestival(app.db, basket.festivalId) : null;
  const day = festival ? currentDay(festival.days, now) : null;
  if (!basket || !day) return redirectTo('/keranjang', language);
  if (!form.ok) return wrongForm(form);
  const { payment, slots } = form.value;
  const payer = payment === 'wallet' ? await readPayer(app, visitor, form.value) : null;
  if (payer && !payer.ok) return refused(payer.refusal, language, form);
  const browser = markBrowser(args.request, secrets);
  const order = orderOfBasket({
    basket: { ...basket, lines: toRequestedLines(basket.lines) },
    day: day.day,
    payer: payer?.value ?? null,
    browserHmac: browser.hmac,
    language,
    slots,
  });
  const placed = await args.context.placeOrder(order);
  if (!placed.ok) return refused(placed.refusal, language, form);
  const { Location, 'Set-Cookie': cookies } = placedHeaders(args.request, secrets, {
    orderId: placed.value.orderId,
    browser,
    language,
  });
  return new Response(null, {
    status: 303,
    headers: [['Location', Location], ...cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])],
  });
}

type PayForm = z.output<typeof payForm>;

function wrongForm({ errors, typed }: { errors: FieldErrors; typed: Record<string, string> }) {
  return pageData({ refusal: null, errors, typed }, { status: 422 });
}

function refused(
  refusal: { code: string; seconds?: number } & Partial<PayRefusal>,
  language: Language,
  { typed, value }: { typed: Record<string, string>; value: PayForm },
) {
  // Nothing was typed and nothing is remembered: that is said beside the field.
  if (refusal.code === 'pin_needed' && value.pin === '')
    return wrongForm({ errors: { pin: { code: 'pay_pin_missing' } }, typed });
  const { status, text } = refusalAnswer(refusal, language);
  const shown: PayRefusal = { code: refusal.code, text, orderId: refusal.orderId, earliest: refusal.earliest };
  const headers = refusal.code === 'too_many_at_once' ? { 'Retry-After': String(refusal.seconds) } : undefined;
  return pageData({ refusal: shown, errors: {} as FieldErrors, typed }, { status, headers });
}

export const headers: HeadersFunction = ({ actionHeaders }) => {
  const seconds = actionHeaders.get('Retry-After');
  return { 'Cache-Control': 'no-store', ...(seconds ? { 'Retry-After': seconds } : {}) };
};

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).customer.pay.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export default function BasketPay() {
  const failed = useActionData<typeof action>();
  return (
    <PayPage
      {...useLoaderData<typeof loader>()}
      refusal={failed?.refusal ?? null}
      errors={failed?.errors}
      typed={failed?.typed}
    />
  );
}
