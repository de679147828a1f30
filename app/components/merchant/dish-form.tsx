import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { NumberField } from '~/components/ui/number-field';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { SelectField } from '~/components/ui/select-field';
import { TextArea } from '~/components/ui/text-area';
import { TextField } from '~/components/ui/text-field';
import {
  ALLERGENS,
  DISH_CATEGORY_MAX,
  DISH_DESCRIPTION_MAX,
  DISH_NAME_MAX,
  HALAL_STATES,
  SPICE_LEVELS,
} from '~/domain/menus/menus';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { PriceField } from './price-field';

export interface DishOfForm {
  name: string;
  price: number | null;
  makeSeconds: number | null;
  description: string | null;
  category: string | null;
  halal: string;
  allergenAnswer: string;
  allergens: readonly string[];
  spiceLevel: number | null;
}

export interface DishFormProps {
  dish: DishOfForm;
  news: string | null;
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
}

/** Everything about a dish but its photo and options. */
export function DishForm({ dish, news, failed }: DishFormProps) {
  const { menus } = useWords();
  const said: Record<string, string> = {
    tersimpan: menus.saved,
    foto: menus.photoSaved,
    'tanpa-foto': menus.photoRemoved,
    pilihan: menus.optionsSaved,
  };
  return (
    <section aria-label={menus.basics} className="stack">
      {news && said[news] ? <Notice tone="good">{said[news]}</Notice> : null}
      <RefusalNotice refusal={failed?.refusal} />
      <Card title={menus.basics}>
        <Form errors={failed?.errors} typed={failed?.typed}>
          <TextField name="name" label={menus.name} value={dish.name} maxLength={DISH_NAME_MAX} autoComplete="off" />
          <PriceField name="price" label={menus.price} hint={menus.priceHint} value={dish.price} />
          <NumberField
            name="minutes"
            label={menus.minutes}
            hint={menus.minutesHint}
            suffix={menus.minutesUnit}
            value={dish.makeSeconds === null ? null : Math.ceil(dish.makeSeconds / 60)}
          />
          <MoreFields dish={dish} />
          <Button variant="primary" wide>
            {menus.save}
          </Button>
        </Form>
      </Card>
    </section>
  );
}

function MoreFields({ dish }: { dish: DishOfForm }) {
  const { menus, common } = useWords();
  const ticked = dish.allergenAnswer === 'none' ? ['none'] : dish.allergens;
  return (
    <>
      <TextArea
        name="description"
        label={menus.description}
        hint={menus.descriptionHint}
        value={dish.description}
        rows={3}
        maxLength={DISH_DESCRIPTION_MAX}
        optional
      />
      <TextField
        name="category"
        label={menus.category}
        hint={menus.categoryHint}
        value={dish.category}
        maxLength={DISH_CATEGORY_MAX}
        autoComplete="off"
        optional
      />
      <ChoiceField
        name="halal"
        label={menus.halal}
        value={dish.halal}
        choices={HALAL_STATES.map((value) => ({ value, label: menus.halalChoices[value] }))}
        optional
      />
      <ChoiceField
        name="allergens"
        kind="checkbox"
        label={menus.allergens}
        hint={menus.allergensHint}
        value={ticked}
        choices={[
          ...ALLERGENS.map((value) => ({ value, label: common.allergens[value] })),
          { value: 'none', label: menus.allergensNone },
        ]}
        row
        optional
      />
      <SelectField
        name="spice"
        label={menus.spice}
        value={dish.spiceLevel === null ? '' : String(dish.spiceLevel)}
        empty={menus.spiceEmpty}
        options={SPICE_LEVELS.map((level) => ({ value: String(level), label: menus.spiceLevel(level) }))}
        optional
      />
    </>
  );
}
