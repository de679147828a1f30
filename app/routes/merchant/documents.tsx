import { MerchantPage } from '~/components/layout/merchant-page';
import { DocumentList } from '~/components/merchant/document-list';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readPaperList } from '~/domain/merchants/read-paper.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { dayOf } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.documents.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, now } = await requireRight(args, 'merchant.view', merchantId);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const documents = await readPaperList(app.db, merchantId);
  return { id: merchant.id, name: merchant.stallName, documents, today: dayOf(now, 'Asia/Jakarta') };
}

export default function Documents() {
  const { merchants } = useWords();
  const language = useLanguage();
  const { id, name, documents, today } = useLoaderData<typeof loader>();
  return (
    <MerchantPage
      title={merchants.documents.title}
      lead={merchants.documents.lead}
      merchant={{ id, name }}
      current="home"
      width="narrow"
      back={{ href: pathTo(`/usaha/${id}`, language), label: merchants.profile.back }}
    >
      <DocumentList merchantId={id} documents={documents} today={today} />
    </MerchantPage>
  );
}
