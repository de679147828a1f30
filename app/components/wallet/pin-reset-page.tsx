import { Button, ButtonLink } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { pathTo } from '~/shared/paths';
import { NewPinFields, NextField } from './new-pin-fields';
import { WalletPage } from './wallet-page';

export interface PinResetPageProps {
  phone: string | null;
  /** Where the development inbox is; null elsewhere. */
  inbox: string | null;
  /** A code is on its way: the form that uses it is shown. */
  isSent: boolean;
  next: string | null;
  failed?: { refusal?: { text: string } | null; errors?: FieldErrors; typed?: Record<string, string> };
}

/** A forgotten PIN: first a code to the phone, then the code with a new PIN. */
export function PinResetPage({ phone, inbox, isSent, next, failed }: PinResetPageProps) {
  const { wallet } = useWords();
  const language = useLanguage();
  const words = wallet.pin;
  return (
    <WalletPage title={words.resetTitle} lead={phone ? words.resetLead(phone) : undefined} next={next}>
      <RefusalNotice refusal={failed?.refusal} tone="attention" />
      {phone ? null : <Notice tone="attention">{words.noPhone}</Notice>}
      {phone && isSent ? (
        <>
          {failed ? null : (
            <Notice tone="good" ways={inbox ? <ButtonLink href={inbox}>{words.openDevInbox}</ButtonLink> : null}>
              {words.codeSent(phone)} {inbox ? words.devInbox : null}
            </Notice>
          )}
          <Form
            action={pathTo('/dompet/pin/lupa', language)}
            errors={failed?.errors}
            typed={failed?.typed}
            summary={false}
          >
            <NextField next={next} />
            <TextField
              name="code"
              label={words.code}
              hint={words.codeHint}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              code
            />
            <NewPinFields />
            <p className="field-hint">{words.secret}</p>
            <Button variant="primary" wide>
              {words.reset}
            </Button>
          </Form>
        </>
      ) : null}
      {phone ? (
        <Form action={pathTo('/dompet/pin/kode', language)}>
          <NextField next={next} />
          <Button variant={isSent ? 'quiet' : 'primary'} wide>
            {isSent ? words.sendAgain : words.sendCode}
          </Button>
        </Form>
      ) : null}
    </WalletPage>
  );
}
