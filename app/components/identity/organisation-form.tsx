import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { SelectField } from '~/components/ui/select-field';
import { TextField } from '~/components/ui/text-field';
import { ORGANISATION_KINDS } from '~/domain/identity/identity';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { REGIONS } from '~/shared/regions';

/** What a failed form shows again. */
export interface FailedForm {
  errors: FieldErrors;
  typed: Record<string, string>;
}

const regionOptions = REGIONS.map(({ code, name, province }) => ({ value: code, label: `${name}, ${province}` }));

/** Name, kind and place of a new organisation. */
export function OrganisationForm({ failed }: { failed?: FailedForm | undefined }) {
  const words = useWords().operator.organisations;
  return (
    <Form errors={failed?.errors} typed={failed?.typed}>
      <TextField name="name" label={words.name} hint={words.nameHint} maxLength={120} />
      <ChoiceField
        name="kind"
        label={words.kind}
        value="organiser"
        choices={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <SelectField name="region" label={words.region} optional empty={words.regionNone} options={regionOptions} />
      <Button variant="primary">{words.add}</Button>
    </Form>
  );
}
