import { MerchantPage } from '~/components/layout/merchant-page';
import { TipCard } from '~/components/training/tip-card';
import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { readTips } from '~/domain/training/read-tips.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { requireOwn } from '~/web/own.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).training.tips} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, own } = await requireOwn(args, 'merchant.view', readOwnMerchant);
  return { ...own, tips: await readTips(app.db, { merchantId: own.merchant.id }) };
}

export default function Tips() {
  const { training } = useWords();
  const language = useLanguage();
  const { merchant, tips } = useLoaderData<typeof loader>();
  return (
    <MerchantPage
      title={training.tips}
      lead={training.tipsLead}
      merchant={merchant}
      current="learn"
      width="wide"
      back={{ href: pathTo(`/belajar/${merchant.id}`, language), label: training.backToCourse }}
    >
      <div className="card-grid">
        {tips.map((tip) => (
          <TipCard key={tip.slug} merchantId={merchant.id} tip={tip} />
        ))}
      </div>
    </MerchantPage>
  );
}
