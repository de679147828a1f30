import { MerchantPage } from '~/components/layout/merchant-page';
import { Badge } from '~/components/ui/badge';
import { ButtonLink } from '~/components/ui/button';
import { DataTable } from '~/components/ui/data-table';
import { EmptyState } from '~/components/ui/empty-state';
import { Money } from '~/components/ui/money';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readSlipDays } from '~/domain/orders/read-slip-days.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDate } from '~/i18n/format';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).orders.salesTitle} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app } = await requireRight(args, 'merchant.money', merchantId);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  return { merchant: { id: merchant.id, name: merchant.stallName }, days: await readSlipDays(app.db, merchantId) };
}

export default function Sales() {
  const { merchant, days } = useLoaderData<typeof loader>();
  const { orders: words, wallet } = useWords();
  const language = useLanguage();
  const base = pathTo(`/usaha/${merchant.id}`, language);
  return (
    <MerchantPage
      title={words.salesTitle}
      lead={words.salesLead}
      merchant={merchant}
      current="sales"
      actions={
        <>
          <ButtonLink href={`${base}/dompet`}>{wallet.merchant.title}</ButtonLink>
          <ButtonLink href={`${base}/penjualan/luar`}>{wallet.outside.title}</ButtonLink>
        </>
      }
    >
      {days.length === 0 ? (
        <EmptyState
          text={words.salesEmpty}
          action={<ButtonLink href={`${base}/festival`}>{words.salesEmptyAction}</ButtonLink>}
        />
      ) : (
        <DataTable
          caption={words.salesTitle}
          hideCaption
          rows={days}
          rowKey={(row) => `${row.participationId}/${row.day}`}
          columns={[
            {
              key: 'day',
              header: words.slipDay,
              kind: 'title',
              cell: (row) => formatDate(row.day, '', 'short', language),
            },
            { key: 'festival', header: words.slipFestival, cell: (row) => row.festivalName },
            {
              key: 'state',
              header: words.slipState,
              cell: (row) => (
                <Badge tone={row.closedAt === null ? 'info' : 'plain'}>
                  {row.closedAt === null ? words.slipOpen : words.slipClosed}
                </Badge>
              ),
            },
            { key: 'tickets', header: words.slipTickets, kind: 'number', cell: (row) => row.tickets },
            { key: 'sold', header: words.slipSold, kind: 'number', cell: (row) => <Money amount={row.sold} /> },
            {
              key: 'slip',
              header: words.slipTitle,
              cell: (row) => <a href={`${base}/penjualan/${row.participationId}/${row.day}`}>{words.seeSlip}</a>,
            },
          ]}
        />
      )}
    </MerchantPage>
  );
}
