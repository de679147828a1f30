import { data } from '@remix-run/node';
import { refusalAnswer } from '~/i18n/refusals';
import type { Language } from '~/shared/language';
import { pathTo } from '~/shared/paths';
import type { FormFailure } from './form.server';

export interface AnswerOptions {
  status?: number;
  headers?: Record<string, string>;
}

/** A page's data with a status other than 200, or with cookies (`Set-Cookie`). */
export function pageData<Value>(value: Value, { status = 200, headers }: AnswerOptions = {}) {
  return data(value, { status, headers });
}

/** 303, so that reload and back never repeat a form. The path gets `/en` where the page is English. */
export function redirectTo(path: string, language: Language, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { ...headers, Location: pathTo(path, language) } });
}

export interface ShownRefusal {
  code: string;
  text: string;
}

/** A form as its page shows it again: what was typed, and what is to be said about it. */
export interface ShownForm extends Pick<FormFailure, 'errors' | 'typed'> {
  refusal: ShownRefusal | null;
}

/** The page again with the refusal in words and its status; what was typed stays. Read `actionData.refusal.text`. */
export function refusalResponse(
  refusal: { code: string },
  language: Language,
  { typed = {}, headers }: { typed?: Record<string, string>; headers?: Record<string, string> } = {},
) {
  const { status } = refusalAnswer(refusal, language);
  return data<ShownForm>({ refusal: showRefusal(refusal, language), errors: {}, typed }, { status, headers });
}

/** A refusal in words. */
export function showRefusal(refusal: { code: string }, language: Language): ShownRefusal {
  return { code: refusal.code, text: refusalAnswer(refusal, language).text };
}

/** The page again (422) with an error beside each wrong field; what was typed stays. */
export function formResponse({ errors, typed }: FormFailure) {
  return data<ShownForm>({ refusal: null, errors, typed }, { status: 422 });
}

/** Thrown for what does not exist, and for what this person must not learn exists. */
export function answerNotFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' });
}
