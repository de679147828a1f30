import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { SelectField } from '~/components/ui/select-field';
import { TextField } from '~/components/ui/text-field';
import { DISH_NAME_MAX } from '~/domain/menus/menus';
import { MERCHANT_CATEGORIES, OWNER_NAME_MAX } from '~/domain/merchants/merchants';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { pathTo } from '~/shared/paths';
import { PriceField } from './price-field';
import { KeepAnswers } from './sign-up-frame';

export interface SignUpMenuFormProps {
  /** Who fills it in. */
  personId: string;
  typed: Record<string, string>;
  /** Made by the server, so that a double tap adds one dish. */
  dishId: string;
  /** Address of the public page that exists since the second screen. */
  page: string | null;
  failed?: { refusal: { text: string } | null; errors: FieldErrors };
}

/** Third screen of sign-up: four answers, and a look at the page that exists already. */
export function SignUpMenuForm({ personId, typed, dishId, page, failed }: SignUpMenuFormProps) {
  const { merchants } = useWords();
  const language = useLanguage();
  const words = merchants.signUp;
  return (
    <>
      {page ? (
        <Notice tone="good" title={words.publicAt}>
          <p>
            {words.publicAtHelp} <a href={pathTo(`/usaha-baru/${page}`, language)}>{words.seePage}</a>
          </p>
        </Notice>
      ) : (
        <Notice>{words.notPublic}</Notice>
      )}
      <RefusalNotice refusal={failed?.refusal} />
      <KeepAnswers owner={personId}>
        <Form errors={failed?.errors} typed={typed}>
          <input type="hidden" name="dishId" value={typed.dishId ?? dishId} />
          <TextField
            name="ownerName"
            label={words.ownerName}
            hint={words.ownerNameHint}
            maxLength={OWNER_NAME_MAX}
            autoComplete="name"
          />
          <SelectField
            name="category"
            label={words.category}
            empty={words.categoryEmpty}
            options={MERCHANT_CATEGORIES.map((value) => ({ value, label: merchants.categories[value] ?? value }))}
          />
          <TextField
            name="dishName"
            label={words.dishName}
            hint={words.dishNameHint}
            maxLength={DISH_NAME_MAX}
            autoComplete="off"
          />
          <PriceField name="dishPrice" label={words.dishPrice} hint={words.dishPriceHint} />
          <Button variant="primary" wide>
            {words.finish}
          </Button>
        </Form>
      </KeepAnswers>
    </>
  );
}
