import { AccountView } from '~/components/operator/account-view';
import { ReviewPage } from '~/components/operator/review-page';
import { noteNumberLook } from '~/domain/identity/note-number-look.server';
import { mayDo } from '~/domain/identity/rights';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readNextReview } from '~/domain/merchants/read-review-queue.server';
import { isAccountOpen } from '~/domain/wallet/payout-account';
import { refuseAccountForm } from '~/domain/wallet/payout-account-form';
import { readAccountUnderReview } from '~/domain/wallet/read-payout-account.server';
import { refusePayoutAccount } from '~/domain/wallet/refuse-payout-account.server';
import { useWords } from '~/i18n';
import { refusalAnswer } from '~/i18n/refusals';
import { parseId } from '~/shared/ids';
import { answerNotFound, formResponse, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { type PageArgs, requireRight } from '~/web/rights.server';
import { afterDecision } from './after-decision.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.stallName} · Pestarasa` }];

/** Refusals of passing it, which has an address of its own and comes back here. */
const REFUSED = ['same_person_twice', 'account_not_yours'];

async function ask(args: PageArgs) {
  const asked = await requireRight(args, 'verifier').catch(keepingTyped(args));
  const id = parseId('pac', args.params.payoutAccountId);
  const account = id && (await readAccountUnderReview(asked.app.db, { id, secrets: asked.app.ports.secrets }));
  if (!account) throw answerNotFound();
  return { ...asked, account };
}

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, visitor, language, now, account } = await ask(args);
  const look = { merchantId: account.merchantId, about: ['payout_account'], viewerId: person.id, now };
  await app.inTransaction((tx) => noteNumberLook(tx, look));
  const merchant = await readMerchant(app.db, account.merchantId);
  const news = new URL(args.request.url).searchParams.get('kabar') ?? '';
  return {
    account,
    stallName: merchant?.stallName ?? '',
    ownerName: merchant?.ownerName ?? null,
    isOpen: isAccountOpen(account) && account.firstCheck?.by !== person.id,
    next: await readNextReview(app.db, { viewerId: person.id, current: `/operator/rekening/${account.id}` }),
    isOperator: mayDo(visitor.memberships, 'operator'),
    isSaved: news === 'tersimpan',
    kept: showKeptForm(args, person.id),
    refused: REFUSED.includes(news) ? refusalAnswer({ code: news }, language).text : null,
  };
}

/** Refuses the account. */
export async function action(args: ActionFunctionArgs) {
  const asked = await ask(args);
  const { app, person, language, now, account } = asked;
  const form = await parseForm(args.request, refuseAccountForm);
  if (!form.ok) return formResponse(form);
  const refused = await app.inTransaction((tx) =>
    refusePayoutAccount(tx, { ...form.value, payoutAccountId: account.id, by: person.id, now }),
  );
  if (!refused.ok) return refusalResponse(refused.refusal, language, { typed: form.typed });
  return afterDecision(asked, keptFormDone(args));
}

export default function ReviewAccount() {
  const { review } = useWords();
  const { stallName, isOperator, isSaved, refused, kept, ...view } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const trouble = failed?.refusal?.text ?? refused;
  return (
    <ReviewPage
      title={review.account.title(stallName)}
      isOperator={isOperator}
      isSaved={isSaved && !failed}
      trouble={trouble}
    >
      <AccountView {...view} failed={failed} />
    </ReviewPage>
  );
}
