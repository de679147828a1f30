/** Beside which field of a paper's form a refusal is told. */
export const FIELD_OF: Partial<Record<string, string>> = {
  paper_number_wrong: 'number',
  paper_dates_crossed: 'validUntil',
  paper_issued_later: 'issuedOn',
};

/** The photos and files a form brought, from the camera or from the phone's memory. */
export function filesOf(form: FormData): File[] {
  return [...form.getAll('camera'), ...form.getAll('file')].filter(
    (file): file is File => file instanceof File && file.size > 0,
  );
}
