/** Words, constants and pure rules of merchants; safe in the browser. */

export const MERCHANT_STATES = ['draft', 'submitted', 'active', 'paused', 'suspended', 'closed'] as const;
export type MerchantState = (typeof MERCHANT_STATES)[number];

/** Where a merchant may go from each state (A10). Submitted: her sections wait for a verifier (section.ts). */
export const MERCHANT_MOVES: Record<MerchantState, readonly MerchantState[]> = {
  draft: ['submitted', 'closed'],
  submitted: ['active', 'closed'],
  active: ['paused', 'suspended', 'closed'],
  paused: ['active', 'suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: [],
};

/** Whether she may apply to festivals in this state: waiting for a verifier keeps nobody from it (docs/decisions/0175). */
export function mayApply(state: string): boolean {
  return state === 'submitted' || state === 'active';
}

/** Whether nobody has looked at her yet: marked new in public, and no offer can be accepted. */
export function isUnchecked(state: string): boolean {
  return state === 'draft' || state === 'submitted';
}

/** What is sold, in the groups an organiser balances a line-up with. */
export const MERCHANT_CATEGORIES = [
  'rice_meals',
  'noodles',
  'soups',
  'fish_cakes',
  'grilled',
  'fried_snacks',
  'sweets',
  'drinks',
  'coffee_tea',
  'other',
] as const;
export type MerchantCategory = (typeof MERCHANT_CATEGORIES)[number];

export const DOCUMENT_KINDS = ['ktp', 'npwp', 'nib', 'pirt', 'bpom', 'halal', 'hygiene', 'bank_book'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_ANSWERS = ['have', 'in_process', 'none_yet', 'not_needed', 'not_halal'] as const;
export type DocumentAnswer = (typeof DOCUMENT_ANSWERS)[number];

/** Everybody has or needs these; "not needed" is not an answer to them. */
export const DOCUMENTS_ALWAYS_ASKED: ReadonlySet<DocumentKind> = new Set(['ktp', 'halal', 'bank_book']);

/** Criteria an acquirer gives (domain.md §3.2); never computed by us. */
export const QRIS_CRITERIA = ['UMI', 'UKE', 'UME', 'UBE', 'URE'] as const;
export type QrisCriterion = (typeof QRIS_CRITERIA)[number];

/** Limits of typed text, in characters. */
export const STALL_NAME_MAX = 60;
export const OWNER_NAME_MAX = 60;
export const STORY_MAX = 600;
export const DISTRICT_MAX = 60;
export const ADDRESS_MAX = 200;

/** The fields of sign-up that are kept raw, per person, until they are used (foundations.md §6). */
export const SIGN_UP_FIELDS = [
  'consent',
  'stallName',
  'city',
  'ownerName',
  'category',
  'dishName',
  'dishPrice',
] as const;
export type SignUpField = (typeof SIGN_UP_FIELDS)[number];

/** Of what was typed, the answers of sign-up. */
export function signUpAnswersOf(typed: Readonly<Record<string, string>>): Partial<Record<SignUpField, string>> {
  return Object.fromEntries(
    SIGN_UP_FIELDS.flatMap((field) => (typed[field] === undefined ? [] : [[field, typed[field]]])),
  );
}

/** What a profile must say before it can be submitted. */
export const PROFILE_NEEDS = ['consent', 'owner_name', 'category', 'district'] as const;
export type ProfileNeed = (typeof PROFILE_NEEDS)[number];

export function isDocumentKind(text: unknown): text is DocumentKind {
  return DOCUMENT_KINDS.includes(text as DocumentKind);
}

export function isMerchantCategory(text: unknown): text is MerchantCategory {
  return MERCHANT_CATEGORIES.includes(text as MerchantCategory);
}

/**
 * Which answers fit a paper: nobody is asked to say that she needs no KTP, and only food can be not halal, which is then
 * said on its label instead of being certified (domain.md §1.8).
 */
export function answersFor(kind: DocumentKind): readonly DocumentAnswer[] {
  return DOCUMENT_ANSWERS.filter((answer) => {
    if (answer === 'not_halal') return kind === 'halal';
    return answer !== 'not_needed' || !DOCUMENTS_ALWAYS_ASKED.has(kind);
  });
}
