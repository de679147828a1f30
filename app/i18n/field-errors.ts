import type { Language } from '~/shared/language';
import type { FieldErrorData, FieldErrorWords } from './field-error-words';
import { festivalFieldErrors } from './field-errors/festivals';
import { identityFieldErrors } from './field-errors/identity';
import { importFieldErrors } from './field-errors/imports';
import { menuFieldErrors } from './field-errors/menus';
import { merchantFieldErrors } from './field-errors/merchants';
import { orderFieldErrors } from './field-errors/orders';
import { privacyFieldErrors } from './field-errors/privacy';
import { reviewFieldErrors } from './field-errors/review';
import { shellFieldErrors } from './field-errors/shell';
import { stallFieldErrors } from './field-errors/stalls';
import { trainingFieldErrors } from './field-errors/training';
import { walletFieldErrors } from './field-errors/wallet';

// Each capability writes app/i18n/field-errors/<capability>.ts, `satisfies FieldErrorWords`
// (type from './field-error-words'), and adds one line here. Codes are unique over all of them (tested).
export const fieldErrorTables: readonly FieldErrorWords[] = [
  importFieldErrors,
  walletFieldErrors,
  festivalFieldErrors,
  identityFieldErrors,
  shellFieldErrors,
  merchantFieldErrors,
  menuFieldErrors,
  stallFieldErrors,
  orderFieldErrors,
  privacyFieldErrors,
  reviewFieldErrors,
  trainingFieldErrors,
];

const merged: FieldErrorWords = Object.assign({}, ...fieldErrorTables);

/** One field's trouble: a code with words here, and the data its sentence needs. */
export interface FieldError {
  code: string;
  data?: FieldErrorData;
}

export type FieldErrors = Record<string, FieldError>;

/** The sentence beside the field. An unknown code says at least that the field needs a look. */
export function fieldErrorText(error: FieldError | string, language: Language): string {
  if (typeof error === 'string') return error;
  const word = merged[error.code] ?? merged.field_wrong!;
  return word[language](shortly(error.data ?? {}));
}

/** What somebody typed, said back to her: as much as shows what is meant. A name fits. */
const SAID_BACK_MAX = 60;

function shortly(data: FieldErrorData): FieldErrorData {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const letters = Array.from(String(value));
      return [name, letters.length > SAID_BACK_MAX ? `${letters.slice(0, SAID_BACK_MAX).join('')}…` : value];
    }),
  );
}
