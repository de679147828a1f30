/**
 * Business codes for food and drink. The same five digits mean different things in the two
 * editions (56102!), so a code is always kept with its edition. Source: domain.md §1.5
 * (Peraturan BPS 2/2020 and 7/2025).
 */
export const KBLI_EDITIONS = ['2020', '2025'] as const;
export type KbliEdition = (typeof KBLI_EDITIONS)[number];

export interface Kbli {
  edition: KbliEdition;
  code: string;
}

/** Titles as the regulations print them; they are names and stay Indonesian in both languages. */
export const KBLI_TITLES: Record<KbliEdition, Record<string, string>> = {
  '2020': {
    '56101': 'Restoran',
    '56102': 'Rumah/Warung Makan',
    '56103': 'Kedai Makanan',
    '56104': 'Penyediaan Makanan Keliling/Tempat Tidak Tetap',
    '56109': 'Restoran dan Penyediaan Makanan Keliling Lainnya',
    '56210': 'Jasa Boga untuk Suatu Event Tertentu',
    '56290': 'Penyediaan Jasa Boga Periode Tertentu',
    '56301': 'Bar',
    '56302': 'Kelab Malam atau Diskotek yang Utamanya Menyediakan Minuman',
    '56303': 'Rumah Minum/Kafe',
    '56304': 'Kedai Minuman',
    '56305': 'Rumah/Kedai Obat Tradisional',
    '56306': 'Penyediaan Minuman Keliling/Tempat Tidak Tetap',
  },
  '2025': {
    '56101': 'Aktivitas Penyediaan Makanan di Bangunan Tetap',
    '56102': 'Aktivitas Penyediaan Makanan di Bangunan Tidak Tetap',
    '56210': 'Aktivitas Jasa Boga untuk Acara Tertentu',
    '56290': 'Aktivitas Penyediaan Jasa Boga Lainnya',
    '56301': 'Aktivitas Bar',
    '56302': 'Aktivitas Kelab Malam atau Diskotek yang Utamanya Menyediakan Minuman',
    '56303': 'Aktivitas Rumah Minum/Kafe',
    '56304': 'Aktivitas Kedai Minuman',
    '56305': 'Aktivitas Rumah/Kedai Obat Bahan Alam',
    '56306': 'Aktivitas Penyediaan Minuman Keliling/Tempat Tidak Tetap',
  },
};

/** `2020:56102`, as a form sends it; null when that edition has no such food code. */
export function readKbli(text: string): Kbli | null {
  const [edition = '', code = ''] = text.split(':');
  if (!KBLI_EDITIONS.includes(edition as KbliEdition)) return null;
  const titles = KBLI_TITLES[edition as KbliEdition];
  return Object.hasOwn(titles, code) ? { edition: edition as KbliEdition, code } : null;
}
