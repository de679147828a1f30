import type { MerchantCategory } from '~/domain/merchants/merchants';
import type { Allergen, HalalState } from '../menus';

/** What one upload may hold; said on the page before anybody chooses a file. */
export const IMPORT_LIMITS = {
  bytes: 20 * 1024 * 1024,
  rows: 50_000,
  columns: 256,
  cellCharacters: 20_000,
  /** An .xlsx is a zip: what its sheet, texts and styles may weigh once unpacked. */
  unpackedBytes: 200 * 1024 * 1024,
} as const;

/** `reading` while rows arrive; `counting` and `applying` are worked through by the worker, in chunks. */
export const IMPORT_STATES = ['reading', 'uploaded', 'mapped', 'staged', 'applying', 'applied', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export type ImportRowState = 'read' | 'good' | 'bad' | 'held' | 'applied' | 'skipped';

export const MERCHANT_FIELDS = [
  'merchant_id',
  'stall_name',
  'owner_name',
  'phone',
  'city',
  'district',
  'address',
  'category',
  'story',
  'hours',
] as const;
export type MerchantField = (typeof MERCHANT_FIELDS)[number];

export const DISH_FIELDS = [
  'dish_id',
  'dish_name',
  'description',
  'section',
  'price',
  'make_minutes',
  'halal',
  'allergens',
  'spice_level',
  'option_list',
  'option_extra',
  'option_name',
  'option_price',
  'option_group',
  'photo_address',
] as const;
export type DishField = (typeof DISH_FIELDS)[number];

/** `unknown` is a column we do not know; it is kept in the failed-rows file and otherwise left alone. */
export type ImportField = MerchantField | DishField | 'unknown';
export const IMPORT_FIELDS: readonly ImportField[] = [...MERCHANT_FIELDS, ...DISH_FIELDS, 'unknown'];

/** Fields of which a sheet may hold several sets side by side: dish 1, dish 2 … in one row. */
export const WIDE_FIELDS: ReadonlySet<ImportField> = new Set([
  'dish_id',
  'dish_name',
  'description',
  'section',
  'price',
  'make_minutes',
  'halal',
  'allergens',
  'spice_level',
  'option_name',
  'option_price',
]);

/** Fields that several columns may carry: choices of different groups, several extras, and what is unknown. */
export const REPEATABLE_FIELDS: ReadonlySet<ImportField> = new Set([
  'option_list',
  'option_extra',
  'unknown',
  'photo_address',
  // Opening and closing time often stand in two columns.
  'hours',
]);

export function isMerchantField(field: ImportField): field is MerchantField {
  return (MERCHANT_FIELDS as readonly string[]).includes(field);
}

export interface ColumnMapping {
  /** From 0. */
  column: number;
  heading: string;
  field: ImportField;
  /** Block of a wide sheet ("Menu 1, Harga 1, Menu 2 …"), from 1; 1 where the sheet has one dish a row. */
  set: number;
  /** Name of the group (option_list) or of the choice (option_extra). */
  label: string | null;
  because: 'remembered' | 'heading' | 'content' | 'hand' | 'none';
}

export interface ImportMapping {
  /** Row that carries the headings, as a spreadsheet shows it; null where there is none. */
  headingRow: number | null;
  columns: ColumnMapping[];
  /** For merchants whose row names no city; 4 digits. */
  defaultRegion: string | null;
}

export interface ImportedMerchant {
  foreignId: string | null;
  stallName: string | null;
  ownerName: string | null;
  phone: string | null;
  regionCode: string | null;
  district: string | null;
  address: string | null;
  category: MerchantCategory | null;
  story: string | null;
  hours: OpeningHours[] | null;
}

export interface OpeningHours {
  weekday: number; // 0 Sunday … 6 Saturday
  opens: string | null; // HH:MM; null = closed that day
  closes: string | null;
}

export interface ImportedOptionGroup {
  name: string;
  min: number;
  max: number;
  options: { name: string; price: number }[];
}

export interface ImportedDish {
  /** Which dish of its merchant this is, over rows and files: the file's own id, else the folded name. Set when staged. */
  key: string;
  foreignId: string | null;
  name: string;
  description: string | null;
  section: string | null;
  /** Whole rupiah; null where the file has no price column. */
  price: number | null;
  makeSeconds: number | null;
  halal: HalalState | null;
  allergenAnswer: 'none' | 'listed' | null;
  allergens: Allergen[];
  spiceLevel: number | null;
  options: ImportedOptionGroup[];
}

/** What one row says. `merchant` is null on a row that continues the merchant above. */
export interface ImportedRow {
  merchant: ImportedMerchant | null;
  dishes: ImportedDish[];
}

export type RowProblemCode =
  | 'phone_short'
  | 'phone_long'
  | 'phone_landline'
  | 'phone_rounded'
  | 'phone_unreadable'
  | 'phone_several'
  | 'stall_name_missing'
  | 'merchant_missing'
  | 'merchant_ambiguous'
  | 'merchant_differs'
  | 'city_unknown'
  | 'city_missing'
  | 'hours_unreadable'
  | 'dish_name_missing'
  | 'price_missing'
  | 'dish_twice'
  | 'row_twice'
  | 'minutes_unreadable'
  | 'minutes_range'
  | 'halal_unreadable'
  | 'allergens_unreadable'
  | 'spice_unreadable'
  | 'option_unreadable'
  | 'option_price_unreadable'
  | 'date_in_text'
  | 'text_long'
  | 'characters_lost'
  | 'city_chosen'
  | 'text_cut'
  | 'dishes_too_many'
  | 'options_too_many'
  | 'merchant_claimed'
  | 'price_unreadable'
  | 'price_two'
  | 'price_odd'
  | 'price_too_high'
  | 'price_foreign';

/** One thing to mend in the file: where, what was read, and what is wrong with it. */
export interface RowProblem {
  /** From 0; null where the whole row is meant. */
  column: number | null;
  heading: string;
  field: ImportField;
  code: RowProblemCode;
  /** The cell as it was read, shortened. */
  read: string;
  /** Another row that is concerned ("sama dengan baris 12"). */
  otherRow?: number;
  /** A number for the message, such as digits that are missing or the most that is allowed. */
  count?: number;
  /** A name for the message, such as the city that was chosen. */
  name?: string;
  /** Only worth knowing: the row goes in all the same. */
  note?: true;
}

/** A file we cannot take at all; said on the upload page, nothing is kept. */
export type FileProblem =
  | { code: 'file_missing' }
  | { code: 'file_too_big'; bytes: number }
  | { code: 'file_empty' }
  | { code: 'file_kind_unknown'; kind: 'xls' | 'pdf' | 'picture' | 'page' | 'json' | 'binary' | 'zip' }
  | { code: 'file_damaged' }
  | { code: 'file_locked' }
  | { code: 'file_unpacks_too_big' }
  | { code: 'file_rows_too_many'; limit: number }
  | { code: 'file_columns_too_many'; row: number; limit: number }
  | { code: 'file_cell_too_long'; row: number; limit: number }
  | { code: 'file_quote_open'; row: number }
  | { code: 'file_no_rows' };

/** Thrown inside the readers only; the reading verb turns it into a refusal. */
export class UnreadableFile extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}

export interface SheetRow {
  /** As a spreadsheet shows it, from 1. */
  number: number;
  cells: string[];
}
