import { sql } from 'kysely';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { PERSONAL_COLUMNS } from '~db/personal-columns';
import type { World } from '../setup/engines';
import type { OpenStall } from './stalls';

/** In every text of hers, and in nothing else. */
export const MARK = 'zuqx';
export const MARKED_PHONE = '+6281000007654' as E164;

/** Whose rows they are. */
export interface Her {
  personId: PersonId;
  merchantId: MerchantId;
  stall: OpenStall;
}

/** How a row of a personal table is hers; `$person`, `$merchant`, `$phone` are put in. */
const HERS: Record<string, string> = {
  identity_person: "id = '$person'",
  identity_code: "phone = '$phone'",
  identity_session: "person_id = '$person'",
  identity_sign_in_link: "person_id = '$person'",
  identity_invitation: "phone = '$phone'",
  wallet_account: "owner_id = '$person'",
  wallet_outside_sales: "merchant_id = '$merchant'",
  wallet_payout_account: "account_id in (select id from wallet_account where owner_id = '$merchant')",
  merchant_profile: "id = '$merchant'",
  merchant_sign_up_answer: "person_id = '$person'",
  merchant_document: "merchant_id = '$merchant'",
  merchant_document_page: "merchant_id = '$merchant'",
  merchant_document_check: "merchant_id = '$merchant'",
  merchant_nik: "number_hmac in (select number_hmac from merchant_document where merchant_id = '$merchant')",
  merchant_state_change: "merchant_id = '$merchant'",
  identity_stall_phone: "merchant_id = '$merchant'",
  identity_helper_session: "owner_id = '$person'",
  identity_phone_change: "person_id = '$person'",
  identity_passkey: "person_id = '$person'",
  merchant_field_author: "merchant_id = '$merchant' and helper_session_id is not null",
  merchant_contact: "merchant_id = '$merchant'",
  merchant_claim: "merchant_id = '$merchant'",
  merchant_section: "merchant_id = '$merchant'",
  merchant_section_revision: "merchant_id = '$merchant'",
  menu_dish: "merchant_id = '$merchant'",
  training_certificate: "merchant_id = '$merchant'",
  training_coaching: "merchant_id = '$merchant'",
  menu_option_group: "dish_id in (select id from menu_dish where merchant_id = '$merchant')",
  menu_option: "dish_id in (select id from menu_dish where merchant_id = '$merchant')",
  menu_import_row: "import_id = 'imp_marked'",
  menu_import_identity: "merchant_id = '$merchant'",
  festival_application: "merchant_id = '$merchant'",
  festival_answer: "application_id in (select id from festival_application where merchant_id = '$merchant')",
  festival_decision: "application_id in (select id from festival_application where merchant_id = '$merchant')",
  festival_participation: "merchant_id = '$merchant'",
  stall_setup: "merchant_id = '$merchant'",
  stall_search_word: "word like 'zuqx%'",
  order_header: "person_id = '$person'",
  order_browser: "order_id in (select id from order_header where person_id = '$person')",
  order_push: "order_id in (select id from order_header where person_id = '$person')",
  platform_outbox: "payload like '%zuqx%'",
  platform_message: "person_id = '$person' and text like '%zuqx%'",
  platform_file: "owner_id in (select id from menu_dish where merchant_id = '$merchant')",
  platform_picture:
    "file_id in (select id from platform_file where owner_id in (select id from menu_dish where merchant_id = '$merchant'))",
  privacy_request: "person_id = '$person' and kind = 'correction'",
};

/** Made by a verb that knows their form; the value they have is looked for. Everything else is overwritten with a mark. */
const AS_MADE =
  /hmac|hash|sealed|fingerprint|^payload$|^cells$|^reading$|^errors$|^bytes$|^avif$|^phone$|^word$|^recipient$|^merchant_key$|^stall_name$|^woman_owned$|^kbli_edition$|^text$|^content$/;
const NUMBERS = ['capital', 'yearly_sales', 'amount'];
/** So short or so common that finding them says nothing. */
const SAYS_NOTHING = new Set([
  'merchant_profile.woman_owned',
  'merchant_profile.kbli_edition',
  'menu_import_row.errors',
]);

function where(table: string, { personId, merchantId }: Her): string {
  const condition = HERS[table];
  if (!condition) throw new Error(`how is a row of ${table} hers? Say so in HERS, and make one by its verb`);
  return condition
    .replaceAll('$person', personId)
    .replaceAll('$merchant', merchantId)
    .replaceAll('$phone', MARKED_PHONE);
}

/** Writes a mark into every personal column that no verb has filled with one. */
export async function plantMarks(world: World, her: Her): Promise<void> {
  for (const [table, columns] of Object.entries(PERSONAL_COLUMNS)) {
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ${sql.table(table)} where ${sql.raw(where(table, her))}`.execute(world.db);
    if (Number(rows[0]?.n) === 0) throw new Error(`no row of ${table} is hers: make one`);
    for (const column of columns) {
      if (AS_MADE.test(column)) continue;
      const mark = NUMBERS.includes(column) ? 987_600_000 + column.length : `${MARK}${table.slice(0, 12)}${column}`;
      await world.inTransaction((tx) =>
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${mark} where ${sql.raw(where(table, her))}`.execute(
          tx,
        ),
      );
    }
  }
}

/** What the personal columns of her rows say now: each must be somewhere, and afterwards nowhere. */
export async function readNeedles(world: World, her: Her): Promise<string[]> {
  const needles = new Set<string>([MARK, MARKED_PHONE.slice(3)]);
  for (const [table, columns] of Object.entries(PERSONAL_COLUMNS)) {
    for (const column of columns) {
      if (SAYS_NOTHING.has(`${table}.${column}`)) continue;
      const { rows } = await sql<{
        v: unknown;
      }>`select ${sql.ref(column)} as v from ${sql.table(table)} where ${sql.raw(where(table, her))}`.execute(world.db);
      const found = rows.map(({ v }) => v).filter((v) => v !== null && v !== '[]');
      if (found.length === 0) throw new Error(`nothing was planted in ${table}.${column}`);
      for (const value of found) needles.add(textOf(value));
    }
  }
  return [...needles].filter((needle) => needle.length >= 3);
}

function textOf(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value);
  // A stretch from inside a picture; beginning and end are the same for many.
  const middle = Math.floor(value.length / 2);
  return Buffer.from(value)
    .subarray(middle, middle + 24)
    .toString('latin1');
}
