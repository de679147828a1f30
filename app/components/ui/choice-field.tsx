import type { ReactNode } from 'react';
import { describedBy, FieldErrorLine, FieldMark, type FieldProps, OptionalMark } from './field';
import { useFieldState } from './form';

interface Choice {
  value: string;
  label: ReactNode;
  /** A second, softer line. */
  note?: ReactNode;
  /** At the right edge: a price, a picture. */
  aside?: ReactNode;
  disabled?: boolean;
}

export interface ChoiceFieldProps extends FieldProps {
  choices: readonly Choice[];
  /** radio: one of them (the default); checkbox: any number, values sent under one name. */
  kind?: 'radio' | 'checkbox';
  value?: string | readonly string[] | null;
  /** Side by side where there is room, for short words. */
  row?: boolean;
}

/** A group of radio buttons or tick boxes, each a 48 px target. One lone tick box: `kind="checkbox"` with one choice. */
export function ChoiceField({ choices, kind = 'radio', value, row, ...props }: ChoiceFieldProps) {
  const { name, label, hint, optional } = props;
  const id = props.id ?? `f-${name}`;
  const { error, typed, isSent, takesFocus, mark } = useFieldState(name, props.error);
  const unticked = kind === 'checkbox' && isSent ? '' : undefined;
  const chosen = new Set((typed ?? unticked)?.split(',') ?? (typeof value === 'string' ? [value] : value));
  return (
    <fieldset className="field" aria-describedby={describedBy(id, hint, error)} aria-invalid={error ? true : undefined}>
      <legend className="field-label">
        {label} {optional === true ? <OptionalMark /> : null} <FieldMark text={mark} />
      </legend>
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      <div className={row ? 'choices choices-row' : 'choices'}>
        {choices.map((choice, index) => (
          <label key={choice.value} className="choice">
            <input
              type={kind}
              name={name}
              id={index === 0 ? id : undefined}
              value={choice.value}
              defaultChecked={chosen.has(choice.value)}
              disabled={choice.disabled}
              // biome-ignore lint/a11y/noAutofocus: only after a failed form, on the first wrong field
              autoFocus={(takesFocus && index === 0) || undefined}
            />
            <span className="choice-text">
              {choice.label}
              {choice.note ? <span className="choice-note">{choice.note}</span> : null}
            </span>
            {choice.aside}
          </label>
        ))}
      </div>
      <FieldErrorLine id={id} error={error} />
    </fieldset>
  );
}
