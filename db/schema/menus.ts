import type { Id } from '~/shared/ids';

/** What a merchant can cook, and the import of merchants with their menus. Writer: app/domain/menus. */
export interface MenuTables {
  menu_dish: DishTable;
  menu_dish_allergen: DishAllergenTable;
  menu_option_group: OptionGroupTable;
  menu_option: OptionTable;
  menu_dish_cost: DishCostTable;
  menu_set: MenuSetTable;
  menu_set_dish: MenuSetDishTable;
  menu_import: ImportTable;
  menu_import_row: ImportRowTable;
  menu_import_heading: ImportHeadingTable;
  menu_import_identity: ImportIdentityTable;
}

export interface DishTable {
  id: Id<'dsh'>; // dsh_…
  merchant_id: Id<'mrc'>;
  name: string;
  description: string | null;
  category: string | null; // section of the menu, as the merchant writes it
  price: number | null; // normal price, rupiah; null while still missing
  make_seconds: number | null;
  /** Person id when somebody set the minutes; null = not answered. */
  make_seconds_set_by: Id<'psn'> | null;
  halal: string; // unknown | certified | in_process | not_yet | not_halal
  allergen_answer: string; // unknown | none | listed
  spice_level: number | null; // 0–5
  photo_file_id: Id<'fil'> | null;
  photo_large_file_id: Id<'fil'> | null;
  /** Two colours for the placeholder, `#rrggbb`. */
  photo_colour: string | null;
  position: number;
  /** The importing file's own key for this dish; unique with merchant. */
  import_identity: string | null;
  created_at: number;
  updated_at: number;
  archived_at: number | null;
  archived_by: Id<'psn'> | null;
}

export interface DishAllergenTable {
  dish_id: Id<'dsh'>;
  allergen: string; // primary key (dish_id, allergen)
}

export interface OptionGroupTable {
  id: Id<'ogr'>; // ogr_…
  dish_id: Id<'dsh'>;
  name: string;
  choose_min: number;
  choose_max: number; // CHECK choose_max >= choose_min
  position: number;
}

export interface OptionTable {
  id: Id<'opt'>; // opt_…
  group_id: Id<'ogr'>;
  dish_id: Id<'dsh'>;
  /** Small number, unique within the dish, for baskets. */
  number: number;
  name: string;
  price: number; // added to the dish, >= 0
  position: number;
  archived_at: number | null;
}

/** What one portion costs her, and the least she takes for it; hers alone, never shown to customers. Primary key dish_id. */
export interface DishCostTable {
  dish_id: Id<'dsh'>;
  cost: number; // whole rupiah, CHECK > 0
  floor_price: number | null; // CHECK > 0
  set_by: Id<'psn'>;
  set_at: number;
}

/** Dishes put together for an occasion. Primary key (merchant_id, kind). */
export interface MenuSetTable {
  merchant_id: Id<'mrc'>;
  kind: string; // festival
  set_by: Id<'psn'>;
  set_at: number;
}

/** Primary key (merchant_id, kind, dish_id). */
export interface MenuSetDishTable {
  merchant_id: Id<'mrc'>;
  kind: string;
  dish_id: Id<'dsh'>;
}

/** One uploaded file: reading -> uploaded -> mapped -> staged -> applying -> applied; or cancelled before applying. */
export interface ImportTable {
  id: Id<'imp'>; // imp_…
  organisation_id: Id<'org'>;
  created_by: Id<'psn'>;
  created_at: number;
  file_name: string;
  file_sha256: string;
  /** csv | xlsx, then delimiter and encoding as found, JSON. */
  format: string;
  state: string;
  /** Heading -> field, JSON, as proposed and corrected. */
  mapping: string;
  headings: string; // JSON array as read
  rows_total: number;
  rows_staged: number;
  rows_good: number;
  rows_bad: number;
  rows_applied: number;
  merchants_made: number;
  merchants_changed: number;
  dishes_made: number;
  dishes_changed: number;
  staged_at: number | null;
  applied_at: number | null;
  cancelled_at: number | null;
}

/** One row of the file. Primary key (import_id, row_number); row_number as a spreadsheet shows it. */
export interface ImportRowTable {
  import_id: Id<'imp'>;
  row_number: number;
  /** Cells as read, JSON array of strings. */
  cells: string;
  /** What the row says after reading, JSON (ImportedRow); null where it could not be read. */
  reading: string | null;
  /** Groups the rows of one merchant. */
  merchant_key: string | null;
  /** JSON array of { column, field, code, read, … }; empty array = good. */
  errors: string;
  state: string; // read | good | bad | held (her merchant fields are wrong on another row) | applied | skipped
  applied_at: number | null;
}

/** What an organisation's people called a heading before. Primary key (organisation_id, heading). */
export interface ImportHeadingTable {
  organisation_id: Id<'org'>;
  heading: string; // folded
  field: string;
  used_at: number;
}

/**
 * Every name by which an organisation's files called a merchant: `phone:+62…`, `id:…`, `name:…|1671`.
 * A second file may know only one of them. Primary key (organisation_id, identity).
 */
export interface ImportIdentityTable {
  organisation_id: Id<'org'>;
  identity: string;
  merchant_id: Id<'mrc'>;
}
