import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { NumberField } from '~/components/ui/number-field';
import { TOP_UP_SUMS } from '~/domain/wallet/top-up-form';
import type { RailName } from '~/domain/wallet/wallet';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatRupiah } from '~/i18n/format';
import { NextField } from './new-pin-fields';

export interface TopUpChoiceProps {
  action: string;
  rails: readonly RailName[];
  minimum: number;
  room: number;
  next: string | null;
  errors?: FieldErrors;
  typed?: Record<string, string>;
}

/** First screen: how much and how. It changes nothing, so it is sent by GET and can be bookmarked and gone back to. */
export function TopUpChoice({ action, rails, minimum, room, next, errors, typed }: TopUpChoiceProps) {
  const { wallet } = useWords();
  const words = wallet.topUp;
  const sums = TOP_UP_SUMS.filter((sum) => sum <= room).map((sum) => ({
    value: String(sum),
    label: formatRupiah(sum),
  }));
  return (
    <Form method="get" action={action} errors={errors} typed={typed} summary={false}>
      <NextField next={next} />
      <ChoiceField
        name="amount"
        label={words.amount}
        row
        choices={[...sums, { value: 'other', label: words.otherChoice }]}
        value={sums[1]?.value ?? sums[0]?.value ?? 'other'}
      />
      <NumberField
        name="other"
        label={words.other}
        optional
        hint={words.otherHint(formatRupiah(minimum), formatRupiah(room))}
        prefix="Rp"
      />
      {rails.length > 1 ? (
        <ChoiceField
          name="rail"
          label={words.rail}
          value={rails[0] ?? null}
          choices={rails.map((rail) => ({ value: rail, label: words.rails[rail], note: words.railNotes[rail] }))}
        />
      ) : (
        <input type="hidden" name="rail" value={rails[0]} />
      )}
      {rails.length === 1 && rails[0] ? <p className="field-hint">{words.railNotes[rails[0]]}</p> : null}
      <Button variant="primary" wide>
        {words.next}
      </Button>
    </Form>
  );
}
