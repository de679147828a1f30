import type { Migration } from './columns';

/** kind, scope, value, valid from, valid until, source. */
type Row = readonly [string, string, string, string, string | null, string];

const HOUSE = 'aturan rumah Pestarasa';

/** What is asked of each kind of paper besides having it. */
const ASKS: readonly Row[] = [
  ['asks', 'ktp', 'number', '2006-12-29', null, 'UU 23/2006: NIK tetap dan seumur hidup'],
  ['asks', 'npwp', 'number', '2022-07-14', null, 'PMK 112/PMK.03/2022'],
  ['asks', 'nib', 'number,edition,issued_on', '2021-02-02', null, 'PP 5/2021, diganti PP 28/2025'],
  ['asks', 'pirt', 'number,issued_on,valid_until', '2018-01-01', null, 'PerBPOM 22/2018'],
  ['asks', 'bpom', 'number,issued_on,valid_until', '2018-01-01', null, 'nomor pada label (MD, ML)'],
  ['asks', 'halal', 'number,issued_on', '2022-12-30', null, 'Perppu 2/2022: berlaku selama bahan dan cara tetap'],
  ['asks', 'hygiene', 'number,issued_on,valid_until', '2021-01-01', null, 'Permenkes 14/2021, 11/2025'],
  ['asks', 'bank_book', '', '2026-01-01', null, HOUSE],
];

/** How long a paper holds, for those issued while the rule was in force; without a row its own text says. */
const LASTS: readonly Row[] = [
  ['lasts_years', 'pirt', '5', '2018-01-01', null, 'PerBPOM 22/2018'],
  ['lasts_years', 'hygiene', '3', '2021-01-01', '2025-10-02', 'Permenkes 14/2021'],
];

const DUTIES: readonly Row[] = [
  ['renew_before_days', 'hygiene', '90', '2025-10-03', null, 'Permenkes 11/2025'],
  ['halal_duty', 'micro_small', 'certificate or label', '2026-10-18', null, 'PP 42/2024 pasal 160 ayat (2)'],
  ['reminder_days', 'all', '90,60,30,7', '2026-01-01', null, HOUSE],
];

/** The rules of papers known when the site began: data, so that a change is a new dated row. */
export const paperRules: Migration = async ({ db }) => {
  await db
    .insertInto('merchant_rule')
    .values(
      [...ASKS, ...LASTS, ...DUTIES].map(([kind, scope, value, valid_from, valid_until, source], index) => ({
        id: `rul_${String(index + 1).padStart(26, '0')}` as const,
        ...{ kind, scope, value, valid_from, valid_until, source },
      })),
    )
    .execute();
};
