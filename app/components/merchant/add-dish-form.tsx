import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Form } from '~/components/ui/form';
import { NumberField } from '~/components/ui/number-field';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { DISH_NAME_MAX } from '~/domain/menus/menus';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { PriceField } from './price-field';

export interface AddDishFormProps {
  /** Made by the server, so that a double tap adds one dish. */
  dishId: string;
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
}

/** A dish in three inputs: name, price, minutes. Everything else can follow. */
export function AddDishForm({ dishId, failed }: AddDishFormProps) {
  const { menus } = useWords();
  return (
    <Card id="tambah" title={menus.addTitle}>
      <RefusalNotice refusal={failed?.refusal} />
      <Form errors={failed?.errors} typed={failed?.typed}>
        <input type="hidden" name="dishId" value={failed?.typed.dishId ?? dishId} />
        <TextField name="name" label={menus.name} hint={menus.nameHint} maxLength={DISH_NAME_MAX} autoComplete="off" />
        <PriceField name="price" label={menus.price} hint={menus.priceHint} />
        <NumberField name="minutes" label={menus.minutes} hint={menus.minutesHint} suffix={menus.minutesUnit} />
        <Button variant="primary" icon="plus" wide>
          {menus.add}
        </Button>
      </Form>
    </Card>
  );
}
