import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatRange } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { MINUTE_MS } from '~/shared/time';
import { PayForm, type WalletView } from './pay-form';
import { type ChosenSlotView, PaySummary } from './pay-summary';
import type { BasketView } from './views';

const SLOT = 10 * MINUTE_MS;

/** Why the order was not placed: nothing was taken. */
export interface PayRefusal {
  code: string;
  text: string;
  /** For an unpaid order that is open already. */
  orderId?: string;
  /** For a full slot: what is free instead. */
  earliest?: ChosenSlotView[];
}

export interface PayPageProps {
  basket: BasketView;
  slots: ChosenSlotView[];
  wallet: WalletView;
  refusal: PayRefusal | null;
  errors?: FieldErrors;
  typed?: Record<string, string>;
}

/** The summary first, then the one button that orders. */
export function PayPage({ basket, slots, wallet, refusal, errors, typed }: PayPageProps) {
  const { pay } = useWords().customer;
  const { festival } = basket;
  return (
    <PublicPage title={pay.title} lead={festival.name} width="wide" signedIn={wallet.kind !== 'signed_out'}>
      {refusal ? <RefusalNotice refusal={refusal} zone={festival.zone} /> : null}
      <div className="panes">
        <PaySummary stalls={basket.stalls} slots={slots} total={basket.total} zone={festival.zone} />
        <PayForm
          total={basket.total}
          slots={slots}
          wallet={wallet}
          zone={festival.zone}
          errors={errors}
          typed={typed}
        />
      </div>
    </PublicPage>
  );
}

function RefusalNotice({ refusal, zone }: { refusal: PayRefusal; zone: string }) {
  return (
    <Notice
      tone="attention"
      alert
      title={refusal.text}
      ways={<WaysOut refusal={refusal} zone={zone} />}
      className="mb-5"
    />
  );
}

function WaysOut({ refusal, zone }: { refusal: PayRefusal; zone: string }) {
  const { pay } = useWords().customer;
  const language = useLanguage();
  const to = (path: string) => pathTo(path, language);
  const back = encodeURIComponent(to('/keranjang/bayar'));
  if (refusal.code === 'unpaid_order_open' && refusal.orderId) {
    return <ButtonLink href={to(`/pesanan/${refusal.orderId}`)}>{pay.openOrder}</ButtonLink>;
  }
  if (refusal.code === 'balance_too_low')
    return <ButtonLink href={to(`/dompet/isi?lanjut=${back}`)}>{pay.topUp}</ButtonLink>;
  if (refusal.code === 'pin_locked' || refusal.code === 'pin_wrong') {
    return <ButtonLink href={to(`/dompet/pin/lupa?lanjut=${back}`)}>{pay.forgotPin}</ButtonLink>;
  }
  const starts = [...new Set((refusal.earliest ?? []).map(({ startsAt }) => startsAt))];
  const [start] = starts;
  return (
    <>
      {start === undefined ? null : starts.length === 1 ? (
        <ButtonLink href={to(`/keranjang/bayar?jam=${start}`)}>
          {pay.take(formatRange(start, start + SLOT, zone))}
        </ButtonLink>
      ) : (
        <ButtonLink href={to('/keranjang/bayar?jam=beda')}>{pay.takeSplit}</ButtonLink>
      )}
      <ButtonLink href={to('/keranjang')}>{start === undefined ? pay.back : pay.otherTime}</ButtonLink>
    </>
  );
}
