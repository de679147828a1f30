import { TopUpOutcome } from '~/components/wallet/top-up-outcome';
import { WalletPage, withNext } from '~/components/wallet/wallet-page';
import { askRail } from '~/domain/wallet/ask-rail.server';
import { beginTopUp, type RailApp } from '~/domain/wallet/begin-top-up.server';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import { readTopUp, type TopUp } from '~/domain/wallet/read-top-up.server';
import { TOP_UP_OPEN_MS } from '~/domain/wallet/wallet';
import { useWords, wordsFor } from '~/i18n';
import { type PersonId, parseId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { readNext } from '~/web/signed-in.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).wallet.topUp.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** A top-up of this person; anybody else's does not exist for her. */
async function ownTopUp(
  app: RailApp,
  personId: PersonId,
  typed: string | undefined,
): Promise<{ topUp: TopUp; balance: number }> {
  const topUpId = parseId('top', typed);
  const topUp = topUpId ? await readTopUp(app.db, topUpId) : null;
  const account = await readSpendingAccount(app.db, personId);
  if (!topUp || topUp.accountId !== account?.id) throw answerNotFound();
  return { topUp, balance: account.balance };
}

/** Coming back from the rail proves nothing, so the rail is asked. What it says is a fact that may be recorded by a GET. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'signed_in');
  const next = readNext(new URL(args.request.url).searchParams.get('lanjut'), language);
  const before = await ownTopUp(app, person.id, args.params.topUpId);
  const { id, amount, createdAt, externalId } = before.topUp;
  const asked = before.topUp.state === 'created' ? await askRail(app, id) : null;
  const { topUp, balance } = asked ? await ownTopUp(app, person.id, id) : before;
  const open = externalId === null ? 'not_started' : asked?.isUnreachable ? 'unknown' : 'open';
  const state = topUp.state === 'created' ? open : topUp.state;
  return {
    next,
    amount,
    state,
    failure: topUp.failure,
    address: asked?.address ?? null,
    endsAt: createdAt + TOP_UP_OPEN_MS,
    balance,
  } as const;
}

/** "Cek lagi" asks by showing the page; a start that got no answer is started again under the same id. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'signed_in');
  const lanjut = (await readFormData(args.request)).get('lanjut');
  const { topUp } = await ownTopUp(app, person.id, args.params.topUpId);
  const state = withNext(`/dompet/isi/${topUp.id}`, readNext(typeof lanjut === 'string' ? lanjut : null, language));
  if (topUp.state === 'created' && topUp.externalId === null) {
    const { accountId, amount, rail } = topUp;
    const returnAddress = new URL(pathTo(state, language), args.request.url).href;
    const { label } = wordsFor(language).wallet.topUp;
    const begun = await beginTopUp(app, { topUpId: topUp.id, accountId, amount, rail, language, label, returnAddress });
    if (!begun.ok) return refusalResponse(begun.refusal, language);
  }
  return redirectTo(state, language);
}

export default function WalletTopUpState() {
  const { wallet } = useWords();
  const outcome = useLoaderData<typeof loader>();
  return (
    <WalletPage title={wallet.topUp.title} next={outcome.next}>
      <TopUpOutcome {...outcome} />
    </WalletPage>
  );
}
