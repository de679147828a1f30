import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { SelectField } from '~/components/ui/select-field';
import { TextField } from '~/components/ui/text-field';
import { BANKS, HOLDER_MAX } from '~/domain/wallet/payout-account';
import { useWords } from '~/i18n';
import type { PayoutAccountPageProps } from './payout-account-page';

export interface PayoutAccountFormProps extends Omit<PayoutAccountPageProps, 'merchant' | 'accounts' | 'looks'> {
  /** Address of the business, in the language of the page. */
  base: string;
  isChange: boolean;
}

/** Bank, number and holder, with the PIN of her wallet or a code just sent to her phone. */
export function PayoutAccountForm({ base, isChange, ...form }: PayoutAccountFormProps) {
  const words = useWords().review.payout;
  const { proof, hasPin, phone, isCodeSent, inbox, codeRefused, failed } = form;
  const isReady = proof === 'pin' || isCodeSent;
  return (
    <Card title={isChange ? words.change : words.first} className="stack">
      <p>{isChange ? words.changeHelp : words.firstHelp}</p>
      {phone ? null : <Notice tone="attention">{words.noPhone}</Notice>}
      {proof === 'code' && isCodeSent && inbox && !failed && !codeRefused ? (
        <Notice tone="good" ways={<ButtonLink href={inbox}>{words.toInbox}</ButtonLink>}>
          {words.codeHint(phone ?? '')}
        </Notice>
      ) : null}
      {isReady ? (
        <Form action={`${base}/rekening`} errors={failed?.errors} typed={failed?.typed}>
          <AccountFields />
          <input type="hidden" name="proof" value={proof} />
          <TextField
            name="secret"
            label={proof === 'pin' ? words.pin : words.code}
            hint={proof === 'pin' ? words.pinHint : words.codeHint(phone ?? '')}
            type={proof === 'pin' ? 'password' : 'text'}
            inputMode="numeric"
            autoComplete={proof === 'pin' ? 'off' : 'one-time-code'}
            maxLength={7}
            code
          />
          <Button variant="primary" wide>
            {words.send}
          </Button>
        </Form>
      ) : null}
      {phone ? (
        <form className="stack" method="post" action={`${base}/rekening/kode`}>
          {isReady ? null : <p>{words.needCode}</p>}
          <RefusalNotice refusal={codeRefused} tone="attention" />
          <Button variant={isReady ? 'quiet' : 'primary'} wide>
            {proof === 'pin' && hasPin ? words.useCode : words.sendCode}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}

function AccountFields() {
  const words = useWords().review.payout;
  return (
    <>
      <SelectField
        name="bank"
        label={words.bank}
        empty={words.bankEmpty}
        options={BANKS.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField
        name="number"
        label={words.number}
        hint={words.numberHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
      />
      <TextField name="holder" label={words.holder} hint={words.holderHint} autoComplete="off" maxLength={HOLDER_MAX} />
    </>
  );
}
