import { Field, type FieldProps } from './field';
import { useFieldState } from './form';

export interface TextAreaProps extends FieldProps {
  value?: string | null;
  rows?: number;
  maxLength?: number;
}

/** Several lines of text. */
export function TextArea({ value, rows = 4, maxLength, ...props }: TextAreaProps) {
  const { typed } = useFieldState(props.name, props.error);
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          rows={rows}
          maxLength={maxLength}
          defaultValue={typed ?? value ?? undefined}
        />
      )}
    </Field>
  );
}
