import type { RuleTable } from '../schema/wallet';
import type { Migration } from './columns';

type RuleRow = Omit<RuleTable, 'id' | 'created_at'>;

/** Fixed ids, so that no verb has to look the house up. The same list stands in app/domain/wallet/internal/house-accounts.ts. */
const HOUSE_ACCOUNTS = [
  { id: 'acc_00000000000000000000000001', kind: 'commission' },
  { id: 'acc_00000000000000000000000002', kind: 'simulator_clearing' },
  { id: 'acc_00000000000000000000000003', kind: 'card_clearing' },
  { id: 'acc_00000000000000000000000004', kind: 'money_to_return' },
] as const;

const OURS = 'Pestarasa: aturan sendiri, docs/decisions/0070-own-commission.md';
const EM1 = 'databoks.katadata.co.id, 20 April 2022: BI menaikkan batas uang elektronik mulai Juli 2022';
const EM2 = 'PBI 20/6/PBI/2018; cnnindonesia.com, 7 Mei 2018';
const EM3 = 'nakita.grid.id/read/023833864: batas uang masuk GoPay per bulan';
const MDR4 = 'idxchannel.com: simulasi biaya QRIS dari BI';
const MDR2 = 'serpong.inews.id 561264; PBI 23/6/PBI/2021 pasal 52(1): tidak boleh dibebankan ke pelanggan';

/** Commission and the limits of spending wallets (domain.md §4.1). Percentages in basis points, amounts in whole rupiah. */
const WALLET_RULES: RuleRow[] = [
  rule('commission', 'wallet', {
    basis_points: 500,
    title_id: 'Komisi Pestarasa, pesanan lewat dompet',
    title_en: 'Pestarasa commission, paid by wallet',
    source: OURS,
    valid_from: '2026-01-01',
  }),
  rule('commission', 'cash', {
    basis_points: 300,
    title_id: 'Komisi Pestarasa, pesanan tunai di stan',
    title_en: 'Pestarasa commission, paid in cash at the stall',
    source: OURS,
    valid_from: '2026-01-01',
  }),
  rule('top_up_minimum', 'all', {
    fixed_amount: 10_000,
    title_id: 'Isi saldo paling sedikit',
    title_en: 'Smallest top-up',
    source: OURS,
    valid_from: '2026-01-01',
  }),
  rule('balance_limit', 'tier:basic', {
    fixed_amount: 2_000_000,
    title_id: 'Batas saldo dompet Dasar',
    title_en: 'Balance limit of a Basic wallet',
    source: EM2,
    valid_from: '2018-05-04',
  }),
  rule('balance_limit', 'tier:plus', {
    fixed_amount: 10_000_000,
    title_id: 'Batas saldo dompet Plus',
    title_en: 'Balance limit of a Plus wallet',
    source: EM2,
    valid_from: '2018-05-04',
    valid_until: '2022-06-30',
  }),
  rule('balance_limit', 'tier:plus', {
    fixed_amount: 20_000_000,
    title_id: 'Batas saldo dompet Plus',
    title_en: 'Balance limit of a Plus wallet',
    source: EM1,
    valid_from: '2022-07-01',
  }),
  rule('incoming_limit', 'tier:basic', {
    fixed_amount: 20_000_000,
    title_id: 'Batas uang masuk per bulan, dompet Dasar',
    title_en: 'Monthly incoming limit of a Basic wallet',
    source: EM1,
    valid_from: '2018-05-04',
  }),
  rule('incoming_limit', 'tier:plus', {
    fixed_amount: 20_000_000,
    title_id: 'Batas uang masuk per bulan, dompet Plus',
    title_en: 'Monthly incoming limit of a Plus wallet',
    source: EM3,
    valid_from: '2018-05-04',
    valid_until: '2022-06-30',
  }),
  rule('incoming_limit', 'tier:plus', {
    fixed_amount: 40_000_000,
    title_id: 'Batas uang masuk per bulan, dompet Plus',
    title_en: 'Monthly incoming limit of a Plus wallet',
    source: EM3,
    valid_from: '2022-07-01',
  }),
];

/** QRIS fees a merchant pays (domain.md §3.4). Written down now, charged only once QRIS is a rail. */
const QRIS_FEES: RuleRow[] = [
  rule('mdr', 'qris:umi:to_500000', {
    title_id: 'Biaya QRIS (MDR) usaha mikro, sampai Rp500.000',
    title_en: 'QRIS fee (MDR) for micro businesses, up to Rp500.000',
    source: MDR2,
    valid_from: '2024-12-01',
  }),
  rule('mdr', 'qris:umi:above_500000', {
    basis_points: 30,
    title_id: 'Biaya QRIS (MDR) usaha mikro, di atas Rp500.000',
    title_en: 'QRIS fee (MDR) for micro businesses, above Rp500.000',
    source: MDR4,
    valid_from: '2024-12-01',
  }),
  ...['uke', 'ume', 'ube'].map((criteria) =>
    rule('mdr', `qris:${criteria}`, {
      basis_points: 70,
      title_id: `Biaya QRIS (MDR) ${criteria.toUpperCase()}`,
      title_en: `QRIS fee (MDR) ${criteria.toUpperCase()}`,
      source: MDR4,
      valid_from: '2023-07-01',
    }),
  ),
];

function rule(
  kind: string,
  scope: string,
  rest: Partial<RuleRow> & Pick<RuleRow, 'title_id' | 'title_en' | 'source' | 'valid_from'>,
): RuleRow {
  return { kind, scope, basis_points: 0, fixed_amount: 0, valid_until: null, ...rest };
}

/** The house's own accounts and the money rules known when the site began: data, so that a change is a new dated row. */
export const moneyRules: Migration = async ({ db }) => {
  await db
    .insertInto('wallet_account')
    .values(
      HOUSE_ACCOUNTS.map(({ id, kind }) => ({
        id,
        owner_kind: 'house',
        owner_id: 'house',
        kind,
        balance: null,
        held: 0,
        version: null,
        tier: null,
        pin_hash: null,
        pin_failures: 0,
        pin_locked_until: null,
        created_at: 0,
      })),
    )
    .execute();
  await db
    .insertInto('wallet_rule')
    .values(
      [...WALLET_RULES, ...QRIS_FEES].map((row, index) => ({
        ...row,
        id: `rul_${String(index + 1).padStart(26, '0')}` as const,
        created_at: 0,
      })),
    )
    .execute();
};
