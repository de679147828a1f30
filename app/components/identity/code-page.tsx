import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { pathTo } from '~/shared/paths';

export interface CodePageProps {
  /** As its owner writes it. */
  phone: string;
  /** Address of the message box, where the installation has one instead of a phone. */
  inbox: string | null;
  failed?: { refusal: { text: string } | null; errors: FieldErrors } | undefined;
}

/** Second screen of signing in: the six digits, a new code, another number. */
export function CodePage({ phone, inbox, failed }: CodePageProps) {
  const words = useWords().identity.signIn;
  const language = useLanguage();
  return (
    <PublicPage title={words.codeTitle} lead={words.codeSent(phone)} width="narrow">
      <div className="stack">
        <RefusalNotice refusal={failed?.refusal} tone="attention" />
        {inbox ? (
          <Notice ways={<ButtonLink href={inbox}>{words.openDevInbox}</ButtonLink>}>{words.devInbox}</Notice>
        ) : null}
        <Form action={pathTo('/masuk/kode', language)} errors={failed?.errors} summary={false}>
          <TextField
            name="code"
            label={words.code}
            hint={words.codeHint}
            code
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
          />
          <passkey-able hidden>
            <input type="hidden" name="passkey" value="" />
          </passkey-able>
          <Button variant="primary" wide>
            {words.checkCode}
          </Button>
        </Form>
        <p>{words.keepCodeSecret}</p>
        <form method="post" action={pathTo('/masuk/kode/ulang', language)} className="row">
          <Button variant="quiet">{words.sendAgain}</Button>
          <ButtonLink variant="quiet" href={pathTo('/masuk', language)}>
            {words.otherPhone}
          </ButtonLink>
        </form>
      </div>
    </PublicPage>
  );
}
