import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { Field, type FieldProps } from './field';
import { useFieldState } from './form';

export interface TextFieldProps extends FieldProps {
  value?: string | null;
  type?: 'text' | 'tel' | 'email' | 'search' | 'date' | 'time' | 'url' | 'password' | 'datetime-local';
  inputMode?: 'text' | 'tel' | 'numeric' | 'decimal' | 'email' | 'search';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  /** Before or after the input: `Rp`, `menit`. */
  prefix?: ReactNode;
  suffix?: ReactNode;
  /** Large spaced figures: a sign-in code or a PIN. */
  code?: boolean;
  readOnly?: boolean;
  list?: string;
  className?: string;
}

/** One line of text. Price fields: `prefix="Rp" inputMode="numeric"`; phone: `type="tel" autoComplete="tel"`. */
export function TextField({ value, type = 'text', prefix, suffix, code, className, ...props }: TextFieldProps) {
  const { typed } = useFieldState(props.name, props.error);
  const look = ['input', code && 'input-code', className].filter(Boolean).join(' ');
  return (
    <Field {...props}>
      {(control) => {
        const input = (
          <input
            {...control}
            type={type}
            className={look}
            defaultValue={typed ?? value ?? undefined}
            inputMode={props.inputMode}
            autoComplete={props.autoComplete}
            maxLength={props.maxLength}
            readOnly={props.readOnly}
            list={props.list}
          />
        );
        if (!prefix && !suffix) return input;
        return (
          <div className="input-affix">
            {prefix ? <span aria-hidden="true">{prefix}</span> : null}
            {input}
            {suffix ? <span aria-hidden="true">{suffix}</span> : null}
          </div>
        );
      }}
    </Field>
  );
}
