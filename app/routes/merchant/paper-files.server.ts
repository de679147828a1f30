import type { DeclareDocumentRefusal } from '~/domain/merchants/declare-document.server';
import type { Language } from '~/shared/language';
import { formResponse, refusalResponse } from '~/web/answer.server';

/** Beside which field of a paper's form a refusal is told. */
const FIELD_OF: Partial<Record<string, string>> = {
  paper_number_wrong: 'number',
  paper_dates_crossed: 'validUntil',
  paper_issued_later: 'issuedOn',
};

/** A paper's form again, with the refusal beside its field where it has one. */
export function paperRefused(refusal: DeclareDocumentRefusal, language: Language, typed: Record<string, string>) {
  const { code, ...data } = refusal.code === 'paper_number_wrong' ? refusal.problem : refusal;
  const field = FIELD_OF[refusal.code];
  if (field) return formResponse({ ok: false, errors: { [field]: { code, data } }, typed });
  return refusalResponse(refusal, language, { typed });
}

/** The photos and files a form brought, from the camera or from the phone's memory. */
export function filesOf(form: FormData): File[] {
  return [...form.getAll('camera'), ...form.getAll('file')].filter(
    (file): file is File => file instanceof File && file.size > 0,
  );
}
