import { MerchantPage } from '~/components/layout/merchant-page';
import { DataTable } from '~/components/ui/data-table';
import { EmptyState } from '~/components/ui/empty-state';
import { isDocumentKind } from '~/domain/merchants/merchants';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readPaperViews } from '~/domain/merchants/read-paper-views.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).papers.whoSaw} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person } = await requireRight(args, 'merchant.edit', merchantId);
  const { kind } = args.params;
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant || !isDocumentKind(kind)) throw answerNotFound();
  const views = await readPaperViews(app.db, { merchantId, kind });
  return { id: merchant.id, name: merchant.stallName, kind, views, me: person.id };
}

export default function DocumentViews() {
  const { merchants, papers: words } = useWords();
  const language = useLanguage();
  const { id, name, kind, views, me } = useLoaderData<typeof loader>();
  const back = { href: pathTo(`/usaha/${id}/dokumen/${kind}`, language), label: merchants.documentKinds[kind] ?? kind };
  return (
    <MerchantPage
      title={words.whoSaw}
      lead={words.whoSawLead}
      merchant={{ id, name }}
      current="home"
      width="narrow"
      back={back}
    >
      {views.length === 0 ? (
        <EmptyState text={words.whoSawEmpty} />
      ) : (
        <DataTable
          caption={words.whoSaw}
          hideCaption
          rows={views}
          rowKey={(view) => view.id}
          columns={[
            {
              key: 'who',
              header: words.viewer,
              kind: 'title',
              cell: (view) =>
                `${view.viewerId === me ? words.you : (view.name ?? words.noName)}, ${words.rights[view.right]}`,
            },
            {
              key: 'when',
              header: words.viewedAt,
              cell: (view) => formatDateTime(view.at, HOUSE_ZONE, language),
            },
            {
              key: 'what',
              header: words.viewedPage,
              cell: (view) => words.viewed[view.what](merchants.documentKinds[kind] ?? kind),
            },
          ]}
        />
      )}
    </MerchantPage>
  );
}
