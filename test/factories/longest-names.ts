import { join } from 'node:path';
import Database from 'better-sqlite3';
import { INCIDENT_TEXT_MAX } from '../../app/domain/festivals/incident';
import { PASSKEY_NAME_MAX } from '../../app/domain/identity/passkey';
import { DISH_CATEGORY_MAX, DISH_DESCRIPTION_MAX, DISH_NAME_MAX, OPTION_NAME_MAX } from '../../app/domain/menus/menus';
import {
  ADDRESS_MAX,
  DISTRICT_MAX,
  OWNER_NAME_MAX,
  STALL_NAME_MAX,
  STORY_MAX,
} from '../../app/domain/merchants/merchants';
import { CHECK_NOTE_MAX } from '../../app/domain/merchants/paper';
import { FIX_MAX } from '../../app/domain/merchants/section';
import { NOTE_MAX } from '../../app/domain/training/coach';
import { HOLDER_MAX } from '../../app/domain/wallet/payout-account';

/** Table.column → the most letters its form lets through. */
const LONGEST: Record<string, number> = {
  'identity_person.name': OWNER_NAME_MAX,
  'identity_organisation.name': 120,
  'identity_passkey.name': PASSKEY_NAME_MAX,
  'merchant_profile.stall_name': STALL_NAME_MAX,
  'merchant_profile.owner_name': OWNER_NAME_MAX,
  'merchant_profile.district': DISTRICT_MAX,
  'merchant_profile.address': ADDRESS_MAX,
  'merchant_profile.story': STORY_MAX,
  'merchant_document_check.note': CHECK_NOTE_MAX,
  'merchant_section.fix': FIX_MAX,
  'menu_dish.name': DISH_NAME_MAX,
  'menu_dish.description': DISH_DESCRIPTION_MAX,
  'menu_dish.category': DISH_CATEGORY_MAX,
  'menu_option_group.name': OPTION_NAME_MAX,
  'menu_option.name': OPTION_NAME_MAX,
  'menu_import.file_name': 120,
  'training_certificate.holder': OWNER_NAME_MAX,
  'training_certificate.stall': STALL_NAME_MAX,
  'training_coaching.note': NOTE_MAX,
  'festival_edition.name': 80,
  'festival_edition.place': 120,
  'festival_edition.story': 1_000,
  'festival_question.label': 160,
  'festival_question.hint': 160,
  'festival_application.returned_why': 300,
  'festival_decision.reason': 300,
  'festival_incident.text': INCIDENT_TEXT_MAX,
  'order_line.dish_name': DISH_NAME_MAX,
  'wallet_payout_account.holder': HOLDER_MAX,
};

const PHRASE =
  'Warung Pempek Kapal Selam dan Tekwan Cik Nurhayati Binti Abdurrahman Simpang Empat Plaju Kecamatan Seberang Ulu Dua ';
const WORD = 'mempertanggungjawabkankeanekaragamanberkesinambungan';

/**
 * Every name and text that people wrote into a demo which is not running, as long as its form allows: of two rows one
 * in many words, one in a single word without a place to break. The beginning stays, so that each is still found by it.
 */
export function writeLongestNames(demoFolder: string): void {
  const db = new Database(join(demoFolder, 'pestarasa.sqlite'));
  for (const [place, most] of Object.entries(LONGEST)) {
    const [table, column] = place.split('.');
    const many = PHRASE.repeat(Math.ceil(most / PHRASE.length));
    const one = WORD.repeat(Math.ceil(most / WORD.length));
    // By its own letters, not by its row: a category that ten dishes share stays one.
    db.prepare(
      `update ${table} set ${column} = trim(substr(case length(${column}) % 2
         when 0 then ${column} || ' ' || ? else replace(${column}, ' ', '') || ? end, 1, ${most}))
       where ${column} is not null and ${column} <> ''`,
    ).run(many, one);
  }
  db.close();
}
