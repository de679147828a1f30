import { TextField } from '~/components/ui/text-field';
import { useWords } from '~/i18n';

/** A new PIN and the same again. Never shown as figures, never kept when the page comes back. */
export function NewPinFields() {
  const { wallet } = useWords();
  const field = {
    type: 'password',
    inputMode: 'numeric',
    autoComplete: 'new-password',
    maxLength: 6,
    code: true,
  } as const;
  return (
    <>
      <TextField name="newPin" label={wallet.pin.fresh} hint={wallet.pin.hint} {...field} />
      <TextField name="againPin" label={wallet.pin.again} {...field} />
    </>
  );
}

/** The address to go back to, carried through every form of the wallet. */
export function NextField({ next }: { next: string | null }) {
  return next ? <input type="hidden" name="lanjut" value={next} /> : null;
}
