import { TopUpPage, type TopUpPageProps } from '~/components/wallet/top-up-page';
import { withNext } from '~/components/wallet/wallet-page';
import { beginTopUp, railsOn } from '~/domain/wallet/begin-top-up.server';
import { openSpendingAccount } from '~/domain/wallet/open-spending-account.server';
import { readLimits } from '~/domain/wallet/read-limits.server';
import { readRuleInForce } from '~/domain/wallet/read-rule-in-force.server';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import { judgeTopUp } from '~/domain/wallet/start-top-up.server';
import { topUpChoiceForm, topUpForm } from '~/domain/wallet/top-up-form';
import { LIMIT_ZONE } from '~/domain/wallet/wallet';
import { wordsFor } from '~/i18n';
import { refusalAnswer } from '~/i18n/refusals';
import { newId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { dayOf } from '~/shared/time';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { readNext } from '~/web/signed-in.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).wallet.topUp.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** Without a sum: the choice. With one: the question with the sum on the button, or why it cannot be. */
export async function loader(args: LoaderFunctionArgs): Promise<Omit<TopUpPageProps, 'failure'>> {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const { searchParams } = new URL(args.request.url);
  const account = (await readSpendingAccount(app.db, person.id)) ?? {
    id: newId('acc', now),
    balance: 0,
    tier: 'basic' as const,
  };
  const limits = await readLimits(app.db, account, now);
  const minimum = await readRuleInForce(app.db, { kind: 'top_up_minimum', scope: 'all', day: dayOf(now, LIMIT_ZONE) });
  const room = Math.min(limits.balanceRoom, limits.incomingRoom);
  const next = readNext(searchParams.get('lanjut'), language);
  const base = {
    next,
    rails: railsOn(app),
    minimum: minimum.fixedAmount,
    room,
    choice: null,
    errors: {},
    typed: {},
    refusal: null,
    offer: null,
  };
  if (!searchParams.has('amount') && !searchParams.has('other')) return base;
  const fields = new FormData();
  for (const [name, value] of searchParams) fields.append(name, value);
  const form = await parseForm(fields, topUpChoiceForm);
  if (!form.ok) return { ...base, errors: form.errors, typed: form.typed };
  const { sum, rail } = form.value;
  const refusal = judgeTopUp(sum, { minimum: minimum.fixedAmount, limits });
  if (refusal) {
    const offer = refusal.code !== 'top_up_too_small' && room >= minimum.fixedAmount ? { sum: room, rail } : null;
    return { ...base, typed: form.typed, refusal: refusalAnswer(refusal, language).text, offer };
  }
  return { ...base, choice: { topUpId: newId('top', now), sum, rail, balanceAfter: account.balance + sum } };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const form = await parseForm(args.request, topUpForm);
  if (!form.ok) return formResponse(form);
  const { topUpId, sum, rail } = form.value;
  const state = withNext(`/dompet/isi/${topUpId}`, readNext(form.value.lanjut, language));
  const accountId = await app.inTransaction((tx) => openSpendingAccount(tx, { personId: person.id, now }));
  const returnAddress = new URL(pathTo(state, language), args.request.url).href;
  const { label } = wordsFor(language).wallet.topUp;
  const begun = await beginTopUp(app, { topUpId, accountId, amount: sum, rail, language, label, returnAddress });
  return begun.ok ? redirectTo(state, language) : refusalResponse(begun.refusal, language);
}

export default function WalletTopUp() {
  const failed = useActionData<typeof action>();
  return <TopUpPage {...useLoaderData<typeof loader>()} failure={failed?.refusal?.text ?? null} />;
}
