import { MerchantPage } from '~/components/layout/merchant-page';
import { DocumentList } from '~/components/merchant/document-list';
import { ReturnedHere } from '~/components/merchant/returned-section';
import { TypedMark } from '~/components/people/typed-mark';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readPaperList } from '~/domain/merchants/read-paper.server';
import { readReturnedAt } from '~/domain/merchants/read-sections.server';
import { documentField } from '~/domain/merchants/typed-field';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { dayOf } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { openToFill } from './fill-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.documents.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, merchantId, help, now } = await openToFill(args);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const documents = await readPaperList(app.db, merchantId);
  const returned = await readReturnedAt(app.db, { merchantId, page: '/dokumen' });
  const today = dayOf(now, 'Asia/Jakarta');
  return { id: merchant.id, name: merchant.stallName, documents, returned, today, help };
}

export default function Documents() {
  const { merchants } = useWords();
  const language = useLanguage();
  const { id, name, documents, returned, today, help } = useLoaderData<typeof loader>();
  return (
    <MerchantPage
      title={merchants.documents.title}
      lead={merchants.documents.lead}
      merchant={{ id, name }}
      current="home"
      helpsUntil={help.until}
      width="narrow"
      back={{ href: pathTo(`/usaha/${id}`, language), label: merchants.profile.back }}
    >
      <TypedMark
        merchantId={id}
        fields={help.marked.filter((field) => field.startsWith(documentField('')))}
        forHelper={help.until !== null}
      />
      <div className="stack">
        <ReturnedHere merchantId={id} returned={returned} />
        <DocumentList merchantId={id} documents={documents} today={today} />
      </div>
    </MerchantPage>
  );
}
