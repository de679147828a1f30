import { Button } from '~/components/ui/button';
import { useFieldState } from '~/components/ui/form';
import { TextField } from '~/components/ui/text-field';
import { useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';

/** A price as people write it. One that looks like a slip is asked back with a button that puts it right. */
export function PriceField({
  name,
  label,
  hint,
  value,
  optional,
}: {
  name: string;
  label: string;
  hint?: string;
  value?: number | string | null;
  optional?: boolean;
}) {
  const words = useWords().menus;
  const { error } = useFieldState(name);
  const suggested = typeof error === 'object' && error.code === 'price_odd' ? Number(error.data?.suggested) : 0;
  return (
    <>
      <TextField
        name={name}
        label={label}
        hint={hint}
        prefix="Rp"
        inputMode="decimal"
        autoComplete="off"
        optional={optional}
        value={typeof value === 'number' ? formatRupiah(value).replace('Rp', '') : value}
      />
      {suggested > 0 ? (
        <Button name="priceAnswer" value={String(suggested)}>
          {words.takeSuggested(formatRupiah(suggested))}
        </Button>
      ) : null}
    </>
  );
}
