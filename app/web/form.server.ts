import type { z } from 'zod';
import type { FieldErrors } from '~/i18n/field-errors';

export type { FieldErrors } from '~/i18n/field-errors';

/** What came through a form that a schema did not take: an error a field, and the texts to show again. */
export interface FormFailure {
  ok: false;
  errors: FieldErrors;
  /** Texts as typed, trimmed; several of one name joined by commas. Never a PIN, never a file. */
  typed: Record<string, string>;
}

export type ParsedForm<Value> = { ok: true; value: Value; typed: Record<string, string> } | FormFailure;

type FieldValue = string | File;

/**
 * Reads a form through its schema. Texts are trimmed, line ends become `\n`, control characters go (a zero byte can be
 * stored by neither engine); empty files count as absent; a name that comes several times is an array.
 * Errors come in the order of the page. A body that is not what its type says answers 400.
 */
export async function parseForm<Schema extends z.ZodType>(
  source: Request | FormData | URLSearchParams,
  schema: Schema,
): Promise<ParsedForm<z.output<Schema>>> {
  const form = source instanceof Request ? await readFormData(source) : source;
  const { fields, typed } = collect(form);
  const read = await schema.safeParseAsync(fields);
  if (read.success) return { ok: true, value: read.data, typed };
  return { ok: false, errors: inOrderSent(toFieldErrors(read.error.issues), Object.keys(fields)), typed };
}

/** The texts of a form as typed, unjudged: what `parseForm` shows again. */
export async function readTyped(request: Request): Promise<Record<string, string>> {
  return collect(await readFormData(request)).typed;
}

/** The form of a request, texts without control characters; a broken body answers 400 instead of being our failure. */
export async function readFormData(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw new Response(null, { status: 400, statusText: 'Bad Request' });
  });
  const plain = new FormData();
  for (const [name, value] of form) plain.append(name, typeof value === 'string' ? withoutControl(value) : value);
  return plain;
}

function collect(form: Iterable<[string, FieldValue]>) {
  const fields: Record<string, FieldValue | FieldValue[]> = Object.create(null);
  const typed: Record<string, string> = {};
  for (const [name, values] of byName(form)) {
    const [first] = values;
    if (first === undefined || name === '__proto__') continue;
    fields[name] = values.length > 1 ? values : first;
    const texts = values.filter((value) => typeof value === 'string');
    if (texts.length > 0 && !/pin$/i.test(name)) typed[name] = texts.join(',');
  }
  return { fields: { ...fields }, typed };
}

/** In one walk: `getAll` for each name would compare every pair of a form with many thousand fields. */
function byName(form: Iterable<[string, FieldValue]>): Map<string, FieldValue[]> {
  const found = new Map<string, FieldValue[]>();
  for (const [name, value] of form) {
    const values = found.get(name) ?? [];
    found.set(name, values);
    const cleaned = clean(value);
    if (typeof cleaned === 'string' || cleaned.size > 0) values.push(cleaned);
  }
  return found;
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function clean(value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  return withoutControl(value).trim();
}

function withoutControl(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROL, '');
}

/**
 * A browser sends fields from the top of the page to its foot, which a schema need not follow; the first wrong one takes
 * the focus. What was not sent at all (nothing chosen) stays behind what stands before it in the schema.
 */
function inOrderSent(errors: FieldErrors, sent: readonly string[]): FieldErrors {
  let place = -1;
  const placed = Object.entries(errors).map(([name, error]) => {
    if (sent.includes(name)) place = sent.indexOf(name);
    return { name, error, place };
  });
  placed.sort((one, other) => one.place - other.place);
  return Object.fromEntries(placed.map(({ name, error }) => [name, error]));
}

function toFieldErrors(issues: z.core.$ZodIssue[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of issues) {
    const field = issue.path.map(String).join('.') || 'form';
    if (errors[field]) continue;
    const said = ownWords(issue);
    const data = said?.code === 'custom' ? (said.params as Record<string, string | number> | undefined) : undefined;
    errors[field] = { code: said?.message ?? 'field_wrong', ...(data ? { data } : {}) };
  }
  return errors;
}

/**
 * Messages of our schemas are codes; anything else is zod speaking of a field nobody sent. A field that may also stay
 * empty is a union, and what its other half said lies within.
 */
function ownWords(issue: z.core.$ZodIssue): z.core.$ZodIssue | undefined {
  if (/^[a-z][a-z0-9_]*$/.test(issue.message)) return issue;
  return issue.code === 'invalid_union' ? issue.errors.flat().map(ownWords).find(Boolean) : undefined;
}
