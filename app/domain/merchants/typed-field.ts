import { DOCUMENT_KINDS, type DocumentKind } from './merchants';

/** What a field of a business is called where it is remembered who typed it. */
export type TypedField =
  | { of: 'profile'; name: string }
  | { of: 'document'; kind: DocumentKind }
  /** `part` null: the dish itself, added. */
  | { of: 'dish'; dishId: string; part: string | null };

export const documentField = (kind: string): string => `document:${kind}`;
export const dishField = (dishId: string, part?: string): string =>
  part === undefined ? `dish:${dishId}` : `dish:${dishId}:${part}`;

/** The parts of a profile that a helper may type. */
export const PROFILE_FIELDS = [
  'stallName',
  'ownerName',
  'phone',
  'regionCode',
  'district',
  'address',
  'category',
  'story',
  'kbli',
  'womanOwned',
  'capital',
  'yearlySales',
  'qrisCriterion',
] as const;

/** Reads a name back; null where it is none. */
export function readTypedField(field: string): TypedField | null {
  const [of, id = '', part] = field.split(':');
  if (of === 'document') {
    const kind = DOCUMENT_KINDS.find((known) => known === id);
    return kind ? { of: 'document', kind } : null;
  }
  if (of === 'dish') return { of: 'dish', dishId: id, part: part ?? null };
  return (PROFILE_FIELDS as readonly string[]).includes(field) ? { of: 'profile', name: field } : null;
}
