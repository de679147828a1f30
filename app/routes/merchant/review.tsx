import { MerchantPage } from '~/components/layout/merchant-page';
import { ReviewView } from '~/components/merchant/review-view';
import { Notice } from '~/components/ui/notice';
import { mayDo } from '~/domain/identity/rights';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readOwnSections } from '~/domain/merchants/read-sections.server';
import { readPayoutAccounts } from '~/domain/wallet/read-payout-account.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).review.own.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, visitor, now } = await requireRight(args, 'merchant.view', merchantId);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const seesMoney = mayDo(visitor.memberships, 'merchant.money', merchantId);
  return {
    id: merchant.id,
    name: merchant.stallName,
    sections: await readOwnSections(app.db, merchantId),
    accounts: seesMoney ? await readPayoutAccounts(app.db, { merchantId, now }) : null,
    isResent: new URL(args.request.url).searchParams.get('kabar') === 'dikirim',
  };
}

export default function Review() {
  const words = useWords().review.own;
  const language = useLanguage();
  const { id, name, sections, accounts, isResent } = useLoaderData<typeof loader>();
  return (
    <MerchantPage
      title={words.title}
      lead={words.lead}
      merchant={{ id, name }}
      current="home"
      width="narrow"
      back={{ href: pathTo(`/usaha/${id}`, language), label: words.toHome }}
    >
      {isResent ? <Notice tone="good">{words.resent}</Notice> : null}
      <ReviewView merchantId={id} sections={sections} accounts={accounts} />
    </MerchantPage>
  );
}
