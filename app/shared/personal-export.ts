/** A copy of everything about one person: lists of rows, the same in the JSON file and on the page. */
export interface PersonExport {
  format: 'pestarasa-person';
  version: 1;
  personId: string;
  /** Epoch milliseconds, like every `…At`. */
  madeAt: number;
  lists: ExportList[];
}

export interface ExportList {
  name: ExportListName;
  rows: ExportRow[];
}

export type ExportRow = Partial<Record<ExportField, string | number | null>>;

/** In the order in which a reader looks for them. */
export const EXPORT_LISTS = [
  'person',
  'roles',
  'consents',
  'devices',
  'passkeys',
  'invitations',
  'numbers',
  'requests',
  'businesses',
  'hours',
  'changes',
  'contacts',
  'typed',
  'papers',
  'paperChecks',
  'reviews',
  'signUp',
  'dishes',
  'options',
  'imported',
  'lessons',
  'applications',
  'answers',
  'stalls',
  'orders',
  'orderLines',
  'pushes',
  'wallet',
  'movements',
  'topUps',
  'payoutAccounts',
  'outsideSales',
  'messages',
  'trail',
] as const;
export type ExportListName = (typeof EXPORT_LISTS)[number];

/** Amounts in whole rupiah. */
export const EXPORT_MONEY = ['price', 'total', 'amount', 'balance', 'held', 'capital', 'yearlySales'] as const;
/** Epoch milliseconds. */
export const EXPORT_TIMES = ['at', 'since', 'until'] as const;
const EXPORT_TEXTS = [
  'id',
  'name',
  'phone',
  'email',
  'language',
  'role',
  'scope',
  'purpose',
  'version',
  'proof',
  'device',
  'kind',
  'state',
  'field',
  'text',
  'answer',
  'stall',
  'owner',
  'region',
  'district',
  'address',
  'category',
  'story',
  'photo',
  'kbli',
  'womanOwned',
  'qris',
  'number',
  'day',
  'dish',
  'quantity',
  'festival',
  'question',
  'reason',
  'booth',
  'code',
  'payment',
  'tier',
  'recipient',
] as const;

export type ExportField = (typeof EXPORT_MONEY | typeof EXPORT_TIMES | typeof EXPORT_TEXTS)[number];
