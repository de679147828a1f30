import { createContext, type ReactNode, useContext } from 'react';
import type { FieldError, FieldErrors } from '~/i18n/field-errors';
import { FormErrors } from './form-errors';

interface FormState {
  errors: FieldErrors;
  typed: Record<string, string>;
  first: string | null;
  marks: Readonly<Record<string, string>>;
}

const FormContext = createContext<FormState>({ errors: {}, typed: {}, first: null, marks: {} });

export interface FormProps {
  action?: string;
  method?: 'post' | 'get';
  /** For files. */
  multipart?: boolean;
  /** From `parseForm`: fields inside find their own error and typed value by name; the first wrong one takes the focus. */
  errors?: FieldErrors;
  typed?: Record<string, string>;
  /** A word beside the label of some fields, by name: typed by somebody else. */
  marks?: Readonly<Record<string, string>>;
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
  marks = {},
  summary = true,
  id,
  className,
  children,
}: FormProps) {
  const first = Object.keys(errors)[0] ?? null;
  return (
    <FormContext.Provider value={{ errors, typed, first, marks }}>
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
  /** The form shows what was sent: a box that is not in it was unticked. */
  isSent: boolean;
  /** The first wrong field of its form. */
  takesFocus: boolean;
  mark: string | undefined;
}

/** What the form around its fields knows about them. */
export function useForm(): Pick<FormState, 'errors' | 'typed'> {
  return useContext(FormContext);
}

/** What the form around a field knows about it. An explicit error of the field wins. */
export function useFieldState(name: string, error?: FieldError | string): FieldState {
  const form = useContext(FormContext);
  const mark = form.marks[name];
  return {
    error: error ?? form.errors[name],
    typed: form.typed[name],
    isSent: Object.keys(form.typed).length > 0,
    takesFocus: form.first === name,
    mark,
  };
}
