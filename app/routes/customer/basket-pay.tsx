import { PayPage, type PayRefusal } from '~/components/customer/pay-view';
import { toBasketView } from '~/components/customer/to-views';
import { currentDay, readFestival } from '~/domain/festivals/read-festival.server';
import { payForm } from '~/domain/orders/basket-form';
import { placeOrder } from '~/domain/orders/place-orders.server';
import { readBasketState } from '~/domain/orders/read-basket-state.server';
import { checkPin } from '~/domain/wallet/check-pin.server';
import { wordsFor } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { refusalAnswer } from '~/i18n/refusals';
import type { PersonId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import { languageOf } from '~/shared/paths';
import { pageData, redirectTo } from '~/web/answer.server';
import { toRequestedLines } from '~/web/basket';
import { clearBasket, markBrowser, readBasket, writeOwnOrder } from '~/web/basket.server';
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
import { readWallet } from './basket-pay-wallet.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'public');
  const basket = readBasket(args.request, app.ports.secrets);
  const festival = basket && basket.lines.length > 0 ? await readFestival(app.db, basket.festivalId) : null;
  const day = festival ? currentDay(festival.days, now) : null;
  if (!basket || !festival || !day) throw redirectTo('/keranjang', language);
  const lines = toRequestedLines(basket.lines);
  const view = toBasketView(
    festival,
    await readBasketState(app.db, { festivalId: festival.id, day: day.day, lines, now }),
  );
  // Whatever has to be answered first is asked there, with its ways out.
  if (!view.payable || !view.pickup) throw redirectTo('/keranjang', language);
  const wished = Number(new URL(args.request.url).searchParams.get('jam'));
  const startsAt = view.pickup.starts.includes(wished) ? wished : null;
  const slots = view.pickup.slots.map((slot) => ({ ...slot, startsAt: startsAt ?? slot.startsAt }));
  return { basket: view, slots, wallet: await readWallet(app.db, person?.id ?? null) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'public');
  const { secrets } = app.ports;
  const basket = readBasket(args.request, secrets);
  const form = await parseForm(args.request, payForm);
  const festival = basket ? await readFestival(app.db, basket.festivalId) : null;
  const day = festival ? currentDay(festival.days, now) : null;
  if (!basket || !festival || !day) return redirectTo('/keranjang', language);
  if (!form.ok) return pageData({ refusal: null, errors: form.errors, typed: form.typed }, { status: 422 });
  const { payment, pin, slots } = form.value;
  const payer = payment === 'wallet' ? await readPayer(app, person?.id ?? null, pin) : null;
  if (payer && !payer.ok) return refused(payer.refusal, language, form.typed);
  const browser = markBrowser(args.request, secrets);
  const placed = await app.inTransaction((tx) =>
    placeOrder(
      tx,
      {
        orderId: basket.orderId,
        festivalId: festival.id,
        day: day.day,
        source: 'customer',
        payment,
        personId: payer ? (person?.id ?? null) : null,
        accountId: payer?.value.accountId ?? null,
        pinCheckedAt: payer ? now : null,
        browserHmac: browser.hmac,
        language,
        lines: toRequestedLines(basket.lines),
        slots,
        byPersonId: null,
      },
      app.clock.now(),
    ),
  );
  if (!placed.ok) return refused(placed.refusal, language, form.typed);
  const answer = redirectTo(`/pesanan/${placed.value.orderId}`, language, { 'Set-Cookie': clearBasket(args.request) });
  answer.headers.append('Set-Cookie', writeOwnOrder(args.request, secrets, placed.value.orderId));
  answer.headers.append('Set-Cookie', browser.cookie);
  return answer;
}

/** The PIN is checked in a unit of its own, because a refusal rolls back and a wrong try must count. */
function readPayer(app: Parameters<typeof checkPin>[0], personId: PersonId | null, pin: string) {
  return personId ? checkPin(app, { personId, pin }) : { ok: false as const, refusal: { code: 'pin_needed' as const } };
}

function refused(refusal: { code: string } & Partial<PayRefusal>, language: Language, typed: Record<string, string>) {
  const { status, text } = refusalAnswer(refusal, language);
  const shown: PayRefusal = { code: refusal.code, text, orderId: refusal.orderId, earliest: refusal.earliest };
  return pageData({ refusal: shown, errors: {} as FieldErrors, typed }, { status });
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

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
