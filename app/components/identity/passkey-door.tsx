import { Button } from '~/components/ui/button';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** The way in without a code; shown only where the browser knows passkeys. */
export function PasskeyDoor({ next }: { next: string | null }) {
  const { passkeys } = useWords();
  const language = useLanguage();
  return (
    <passkey-sign-in
      class="stack"
      hidden
      data-able=""
      data-challenge={pathTo('/masuk/passkey/tantangan', language)}
      data-address={pathTo('/masuk/passkey', language)}
      data-next={next ?? undefined}
      data-cancelled={passkeys.cancelled}
      data-failed={passkeys.failed}
    >
      <Button type="button" icon="lock" wide>
        {passkeys.signIn}
      </Button>
      <p role="status" />
    </passkey-sign-in>
  );
}
