import type { ReactNode } from 'react';
import { useLanguage, useWords } from '~/i18n';
import { type FieldError, fieldErrorText } from '~/i18n/field-errors';
import { Badge } from './badge';
import { useFieldState } from './form';
import { Icon } from './icon';

/** What every field of the kit takes. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  /** Below the label: how it is used, or `Contoh: …`. */
  hint?: ReactNode;
  /** Only needed outside `Form`, which finds errors by name. A code with data, or a ready sentence. */
  error?: FieldError | string;
  /** Marked "boleh kosong"; everything else is required. `unmarked` where that goes without saying: filters. */
  optional?: boolean | 'unmarked';
  /** Two forms on one page with the same name: give one of them another id. */
  id?: string;
}

export interface ControlProps {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
  autoFocus: boolean | undefined;
}

/** Label, hint, error and the control between them, tied together for screen readers. */
export function Field({ children, ...props }: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { name, label, hint, optional } = props;
  const id = props.id ?? `f-${name}`;
  const { error, takesFocus, mark } = useFieldState(name, props.error);
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label} {optional === true ? <OptionalMark /> : null} <FieldMark text={mark} />
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        name,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? true : undefined,
        'aria-required': optional ? undefined : true,
        autoFocus: takesFocus || undefined,
      })}
      <FieldErrorLine id={id} error={error} />
    </div>
  );
}

export function describedBy(id: string, hint: ReactNode, error: unknown): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

export function OptionalMark() {
  return <span className="field-optional">({useWords().common.optional})</span>;
}

/** Something to know about what stands in the field, read out with its label. */
export function FieldMark({ text }: { text: string | undefined }) {
  return text ? <Badge tone="attention">{text}</Badge> : null;
}

export function FieldErrorLine({ id, error }: { id: string; error: FieldError | string | undefined }) {
  const language = useLanguage();
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      <Icon name="alert" />
      <span>{fieldErrorText(error, language)}</span>
    </p>
  );
}
