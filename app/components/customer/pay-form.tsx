import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { TextField } from '~/components/ui/text-field';
import { PIN_PASS_PAYMENT_MAX } from '~/domain/wallet/wallet';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatRupiah, formatTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import type { ChosenSlotView } from './pay-summary';

/** What the page knows of the customer's wallet. */
export type WalletView =
  | { kind: 'signed_out' }
  | { kind: 'no_pin' }
  /** `pinKeptUntil`: no PIN is asked until then on this phone; null: it is. */
  | { kind: 'ready'; available: number; pinKeptUntil: number | null };

export interface PayFormProps {
  total: number;
  slots: ChosenSlotView[];
  wallet: WalletView;
  zone: string;
  errors?: FieldErrors;
  typed?: Record<string, string>;
}

/** How to pay, and the one button that orders. The slots seen travel along, so that nothing moves silently. */
export function PayForm({ total, slots, wallet, zone, errors, typed }: PayFormProps) {
  const { pay } = useWords().customer;
  const language = useLanguage();
  const ready = wallet.kind === 'ready' && wallet.available >= total;
  const isSmall = total <= PIN_PASS_PAYMENT_MAX;
  return (
    <Card title={pay.how}>
      <Form
        action={pathTo('/keranjang/bayar', language)}
        className="pay-ways"
        errors={errors}
        typed={typed}
        summary={false}
      >
        {slots.map((slot) => (
          <input
            key={slot.participationId}
            type="hidden"
            name="jam"
            value={`${slot.participationId}.${slot.startsAt}`}
          />
        ))}
        <ChoiceField
          name="cara"
          label={<span className="sr-only">{pay.how}</span>}
          value="tunai"
          choices={[
            { value: 'tunai', label: pay.cash, note: pay.cashNote },
            { value: 'dompet', label: pay.wallet, note: walletNote(wallet, total, pay), disabled: !ready },
          ]}
        />
        <WalletWay wallet={wallet} total={total} />
        {ready ? <PinWay isSmall={isSmall} keptUntil={wallet.pinKeptUntil} zone={zone} /> : null}
        <Button variant="primary" wide>
          {pay.submit(formatRupiah(total))}
        </Button>
      </Form>
      {wallet.kind === 'ready' && wallet.pinKeptUntil !== null ? (
        <form method="post" action={pathTo('/keranjang/bayar/minta-pin', language)}>
          <Button variant="quiet" icon="lock">
            {pay.pinAskAgain}
          </Button>
        </form>
      ) : null}
      <ButtonLink variant="quiet" href={pathTo('/keranjang', language)} icon="back">
        {pay.back}
      </ButtonLink>
    </Card>
  );
}

/** Asks for the PIN, and whether to remember it; or says until when it is remembered. */
function PinWay({ isSmall, keptUntil, zone }: { isSmall: boolean; keptUntil: number | null; zone: string }) {
  const { pay } = useWords().customer;
  if (isSmall && keptUntil !== null) return <p className="pay-pin">{pay.pinKept(formatTime(keptUntil, zone))}</p>;
  const most = formatRupiah(PIN_PASS_PAYMENT_MAX);
  return (
    <div className="pay-pin">
      <TextField
        name="pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        label={pay.pin}
        hint={isSmall ? pay.pinHint : pay.pinLarge(most)}
        maxLength={6}
        optional="unmarked"
        code
      />
      {isSmall ? (
        <ChoiceField
          name="ingat"
          kind="checkbox"
          label={<span className="sr-only">{pay.pin}</span>}
          choices={[{ value: 'ya', label: pay.pinKeep, note: pay.pinKeepNote(most) }]}
        />
      ) : null}
    </div>
  );
}

function walletNote(wallet: WalletView, total: number, pay: ReturnType<typeof useWords>['customer']['pay']): string {
  if (wallet.kind === 'signed_out') return pay.walletSignIn;
  if (wallet.kind === 'no_pin') return pay.walletNoPin;
  const balance = pay.walletNote(formatRupiah(wallet.available));
  return wallet.available >= total ? balance : `${balance}. ${pay.walletShort(formatRupiah(total - wallet.available))}`;
}

/** The next step towards paying by wallet, where it cannot be used yet. */
function WalletWay({ wallet, total }: { wallet: WalletView; total: number }) {
  const { pay } = useWords().customer;
  const language = useLanguage();
  const here = encodeURIComponent(pathTo('/keranjang/bayar', language));
  if (wallet.kind === 'signed_out') {
    return (
      <ButtonLink href={pathTo(`/masuk?lanjut=${here}`, language)} icon="wallet">
        {pay.walletSignInAction}
      </ButtonLink>
    );
  }
  if (wallet.kind === 'no_pin') {
    return (
      <ButtonLink href={pathTo(`/dompet/pin?lanjut=${here}`, language)} icon="lock">
        {pay.walletNoPinAction}
      </ButtonLink>
    );
  }
  if (wallet.available >= total) return null;
  return (
    <ButtonLink href={pathTo(`/dompet/isi?lanjut=${here}`, language)} icon="wallet">
      {pay.topUp}
    </ButtonLink>
  );
}
