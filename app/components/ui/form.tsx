import { createContext, type ReactNode, useContext } from 'react';
import type { FieldError, FieldErrors } from '~/i18n/field-errors';
import { FormErrors } from './form-errors';

interface FormState {
  errors: FieldErrors;
  typed: Record<string, string>;
  first: string | null;
}

const FormContext = createContext<FormState>({ errors: {}, typed: {}, first: null });

export interface FormProps {
  action?: string;
  method?: 'post' | 'get';
  /** For files. */
  multipart?: boolean;
  /** From `parseForm`: fields inside find their own error and typed value by name; the first wrong one takes the focus. */
  errors?: FieldErrors;
  typed?: Record<string, string>;
  /** The list of errors above the form; false where the form has one field. */
  summary?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** A plain form: works without JavaScript, keeps what was typed, says what is wrong beside the field. */
export function Form({
  action,
  method = 'post',
  multipart,
  errors = {},
  typed = {},
  summary = true,
  id,
  className,
  children,
}: FormProps) {
  const first = Object.keys(errors)[0] ?? null;
  return (
    <FormContext.Provider value={{ errors, typed, first }}>
      {summary && first ? <FormErrors errors={errors} /> : null}
      <form
        id={id}
        action={action}
        method={method}
        encType={multipart ? 'multipart/form-data' : undefined}
        className={className ? `form ${className}` : 'form'}
        noValidate
      >
        {children}
      </form>
    </FormContext.Provider>
  );
}

export interface FieldState {
  error: FieldError | string | undefined;
  typed: string | undefined;
  /** The first wrong field of its form. */
  takesFocus: boolean;
}

/** What the form around a field knows about it. An explicit error of the field wins. */
export function useFieldState(name: string, error?: FieldError | string): FieldState {
  const form = useContext(FormContext);
  return { error: error ?? form.errors[name], typed: form.typed[name], takesFocus: form.first === name };
}
