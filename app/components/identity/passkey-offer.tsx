import { Button } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { TextField } from '~/components/ui/text-field';
import { PASSKEY_NAME_MAX, PASSKEYS_MAX } from '~/domain/identity/passkey';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

export interface PasskeyOfferProps {
  /** Where she was going. */
  next: string | null;
  /** What her browser calls itself. */
  name: string;
  isFull: boolean;
  /** Browsers allow passkeys at this address. */
  isHere: boolean;
}

/** Make a passkey, or not now. */
export function PasskeyOffer({ next, name, isFull, isHere }: PasskeyOfferProps) {
  const { passkeys } = useWords();
  const language = useLanguage();
  return (
    <>
      {isFull ? <Notice tone="attention">{passkeys.full(PASSKEYS_MAX)}</Notice> : null}
      {isHere || isFull ? null : <Notice>{passkeys.cannot}</Notice>}
      {isHere && !isFull ? (
        <passkey-new
          class="stack"
          data-challenge={pathTo('/akun/passkey/tantangan', language)}
          data-address={pathTo('/akun/passkey', language)}
          data-next={next ?? undefined}
          data-cancelled={passkeys.cancelled}
          data-failed={passkeys.failed}
        >
          <div data-unable="">
            <Notice>{passkeys.cannot}</Notice>
          </div>
          <div className="stack" hidden data-able="">
            <TextField
              name="name"
              label={passkeys.name}
              hint={passkeys.nameHint}
              value={name}
              maxLength={PASSKEY_NAME_MAX}
              autoComplete="off"
              optional
            />
            <Button type="button" variant="primary" wide>
              {passkeys.make}
            </Button>
          </div>
          <p role="status" />
        </passkey-new>
      ) : null}
      <form method="post" action={pathTo('/akun/passkey/nanti', language)}>
        {next ? <input type="hidden" name="lanjut" value={next} /> : null}
        <Button variant="quiet">{passkeys.later}</Button>
      </form>
    </>
  );
}
