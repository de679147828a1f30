import { TextField, type TextFieldProps } from './text-field';

export interface NumberFieldProps extends Omit<TextFieldProps, 'value' | 'type' | 'inputMode'> {
  value?: number | string | null;
}

/** A whole number, typed as text so that `15.000` and a slip of the finger can be read and explained. */
export function NumberField({ value, className, ...props }: NumberFieldProps) {
  return (
    <TextField
      {...props}
      value={value === null || value === undefined ? undefined : String(value)}
      inputMode="numeric"
      autoComplete={props.autoComplete ?? 'off'}
      className={className ?? 'input-number'}
    />
  );
}
