import { MerchantPage } from '~/components/layout/merchant-page';
import { PrintBar } from '~/components/stall/print-bar';
import { SlipCheck } from '~/components/stall/slip-check';
import { SlipSheet } from '~/components/stall/slip-sheet';
import { SlipTickets } from '~/components/stall/slip-tickets';
import { Notice } from '~/components/ui/notice';
import { readSlip } from '~/domain/orders/read-slip.server';
import { readStallOwner } from '~/domain/stalls/read-stall-owner.server';
import { readSlipChecked } from '~/domain/wallet/read-money-habits.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDate, formatRupiah, formatTime } from '~/i18n/format';
import { type MerchantId, newSecretId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).orders.slipTitle} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app } = await requireRight(args, 'merchant.money', merchantId);
  const owner = await readStallOwner(app.db, args.params.participationId);
  if (owner?.merchantId !== merchantId) throw answerNotFound();
  const slip = await readSlip(app.db, { participationId: owner.participationId, day: args.params.day ?? '' });
  if (!slip) throw answerNotFound();
  const query = new URL(args.request.url).searchParams;
  const refunded = Number(query.get('kembali'));
  const news =
    refunded > 0 && Number.isSafeInteger(refunded)
      ? { amount: refunded, cash: query.get('tunai') === 'ya' ? 'yes' : 'no' }
      : null;
  const { participationId } = owner;
  const checkedAt = await readSlipChecked(app.db, { merchantId, participationId, day: slip.day });
  return { slip, merchantId, participationId, refundId: newSecretId('rfd'), news, checkedAt };
}

export default function SalesSlip() {
  const { slip, merchantId, participationId, refundId, news, checkedAt } = useLoaderData<typeof loader>();
  const words = useWords().orders;
  const language = useLanguage();
  const sales = pathTo(`/usaha/${merchantId}/penjualan`, language);
  const base = `${sales}/${participationId}/${slip.day}`;
  return (
    <MerchantPage
      title={words.slipTitle}
      lead={`${slip.festivalName} · ${formatDate(slip.day, slip.zone, 'long', language)}`}
      merchant={{ id: merchantId, name: slip.stall }}
      current="sales"
    >
      <PrintBar back={{ href: sales, label: words.back }} label={words.print} />
      {news ? (
        <Notice tone="good">
          {(news.cash === 'yes' ? words.refundCash : words.refundDone)(formatRupiah(news.amount))}
        </Notice>
      ) : null}
      {slip.closedAt === null ? (
        <Notice>{words.running}</Notice>
      ) : (
        <p>{words.closedAt(formatTime(slip.closedAt, slip.zone))}</p>
      )}
      <SlipSheet slip={slip} />
      <SlipCheck checkedAt={checkedAt} action={`${base}/periksa`} zone={slip.zone} />
      <SlipTickets slip={slip} base={base} refundId={refundId} wrong={null} />
    </MerchantPage>
  );
}
