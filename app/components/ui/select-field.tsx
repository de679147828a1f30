import { Field, type FieldProps } from './field';
import { useFieldState } from './form';

interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectFieldProps extends FieldProps {
  value?: string | null;
  options: readonly SelectOption[];
  /** First line without a value: `Pilih kabupaten atau kota`. */
  empty?: string;
}

/** One out of many; for up to six choices prefer `ChoiceField`. */
export function SelectField({ value, options, empty, ...props }: SelectFieldProps) {
  const { typed } = useFieldState(props.name, props.error);
  return (
    <Field {...props}>
      {(control) => (
        <select {...control} className="input" defaultValue={typed ?? value ?? ''}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
