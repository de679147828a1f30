import { isMerchantCategory, MERCHANT_CATEGORIES, type MerchantCategory } from '~/domain/merchants/merchants';
import { foldText } from '~/shared/fold-text';
import { ALLERGENS, type Allergen, type HalalState } from '../../menus';
import type { OpeningHours } from '../import';

const ALLERGEN_NAMES: [Allergen, string][] = [
  ['gluten', 'gandum gluten wheat terigu tepung'],
  ['crustacean', 'udang kepiting rajungan lobster ebi shrimp prawn crab krustasea crustacean crustaceans shellfish'],
  ['egg', 'telur telor egg eggs'],
  ['fish', 'ikan fish'],
  ['peanut', 'kacang peanut peanuts'],
  ['soy', 'kedelai kedelei soy soya soybean kecap tahu tempe'],
  ['milk', 'susu milk keju dairy laktosa cheese'],
  ['tree_nut', 'mete mede almond kenari nut nuts hazelnut'],
  ['sulphite', 'sulfit sulphite sulphites sulfite sulfites'],
  ['mollusc', 'cumi kerang tiram moluska squid mollusc molluscs'],
];
const ALLERGEN_OF = new Map(
  ALLERGEN_NAMES.flatMap(([allergen, names]) => names.split(' ').map((name) => [name, allergen] as const)),
);
const NONE = /^(tidak ada|tdk ada|tanpa( alergen)?|bebas( alergen)?|no|none|nihil|tidak|no allergens?)$/;

/** `udang, telur` as codes; `tidak ada` as an empty list; null where a word is not known. */
export function readAllergens(cell: string): Allergen[] | null {
  const text = foldText(cell.replace(/mengandung|alergen|contains|allergens?:/gi, ' '));
  if (NONE.test(text)) return [];
  const parts = cell
    .replace(/mengandung( alergen)?|contains/gi, ' ')
    .split(/[,;/|+&\n]|\bdan\b|\band\b/i)
    .map(foldText)
    .filter(Boolean);
  const found = parts.map(allergenOf);
  return parts.length === 0 || found.some((allergen) => allergen === null) ? null : [...new Set(found as Allergen[])];
}

function allergenOf(part: string): Allergen | null {
  const words = part.split(' ').filter((word) => word.length > 2);
  if (/^(kacang (mete|mede|pohon|kenari|almond)|tree nuts?|tree nut)$/.test(part)) return 'tree_nut';
  const isCode = ALLERGENS.find((allergen) => allergen === part.replaceAll(' ', '_'));
  if (isCode) return isCode;
  return words.length > 2 ? null : (ALLERGEN_OF.get(words[0] ?? '') ?? ALLERGEN_OF.get(words[1] ?? '') ?? null);
}

/** certified | in_process | not_yet | not_halal; null where the answer is not understood. */
export function readHalal(cell: string): HalalState | null {
  const text = foldText(cell);
  if (/^(non halal|tidak halal|haram|not halal|non)$/.test(text)) return 'not_halal';
  if (/proses|diurus|pengajuan|in process|pending|sedang/.test(text)) return 'in_process';
  if (
    /^(belum|belum .*|no|tidak|tidak ada|belum bersertifikat halal|false|0|uncertified|not yet|not certified|n|t)$/.test(
      text,
    )
  )
    return 'not_yet';
  if (
    /^(halal|ya|yes|y|sudah|ada|bersertifikat|bersertifikat halal|halal mui|halal bpjph|certified|true|1|halal certified|sudah halal|ya halal|sertifikat halal|id\d+)$/.test(
      text,
    )
  )
    return 'certified';
  return null;
}

/** 0 … 5; `tidak pedas`, `sedang` and chillies are understood. */
export function readSpice(cell: string): number | null {
  const chillies = [...cell.matchAll(/🌶/gu)].length;
  if (chillies > 0) return Math.min(5, chillies);
  const text = foldText(cell).replace(/^level /, '');
  if (/^[0-5]$/.test(text)) return Number(text);
  const words: Record<string, number> = {
    'tidak pedas': 0,
    tidak: 0,
    no: 0,
    none: 0,
    mild: 1,
    'agak pedas': 1,
    sedang: 2,
    medium: 2,
    pedas: 3,
    ya: 3,
    hot: 3,
    spicy: 3,
    'sangat pedas': 4,
    'extra pedas': 5,
    'extra hot': 5,
    'pedas sekali': 4,
  };
  return words[text] ?? null;
}

/** Minutes of cooking: `12`, `12 menit`, `10-15 menit` (the longer one counts), `1 jam`. Null where unreadable. */
export function readMinutes(cell: string): number | null {
  const text = cell
    .toLowerCase()
    .replace(',', '.')
    .replace(/^(±|\+-|kira-kira|sekitar|~)\s*/, '')
    .trim();
  const match =
    /^(?:\d+(?:\.\d+)?\s*(?:-|–|sampai|s\/d|to)\s*)?(\d+(?:\.\d+)?)\s*(menit|mnt|min|mins|minutes|minute|m|'|jam|hour|hours|detik|seconds|sec)?\.?$/.exec(
      text,
    );
  if (!match) return null;
  const amount = Number(match[1]);
  if (/^(jam|hour)/.test(match[2] ?? '')) return amount * 60;
  return /^(detik|sec)/.test(match[2] ?? '') ? Math.ceil(amount / 60) : amount;
}

const CATEGORY_WORDS: [MerchantCategory, RegExp][] = [
  ['fish_cakes', /pempek|empek|fish cake|otak otak|siomay|batagor|olahan ikan/],
  ['noodles', /\bmie?\b|noodle|kwetiau|bihun|ramen|bakmi|pasta/],
  ['soups', /soto|bakso|sop\b|soup|tekwan|model|pindang|kuah|rawon|sup\b/],
  ['grilled', /bakar|sate|grill|bbq|panggang|satay|barbe/],
  ['coffee_tea', /kopi|coffee|\bteh\b|\btea\b|cafe|kafe/],
  ['drinks', /minum|drink|jus|juice|\bes\b|beverage|boba|jamu/],
  [
    'sweets',
    /kue|manis|dessert|sweet|roti|bakery|cake|pencuci|martabak manis|donat|ice cream|gelato|buah|fruit|es krim/,
  ],
  [
    'fried_snacks',
    /goreng|camilan|cemilan|snack|jajan|kudapan|keripik|fast food|burger|pizza|gorengan|street|martabak/,
  ],
  [
    'rice_meals',
    /nasi|rice|makanan berat|makan siang|padang|warteg|rumah makan|indonesia|lauk|chicken|ayam|seafood|restaurant|resto|sarapan|breakfast|ikan|fish|lauk/,
  ],
];

/** What a merchant sells, in our groups; `other` for what is no group of ours. */
export function readCategory(cell: string): MerchantCategory {
  const text = foldText(cell);
  const code = text.replaceAll(' ', '_');
  if (isMerchantCategory(code)) return code;
  return (
    CATEGORY_WORDS.find(([, pattern]) => pattern.test(text))?.[0] ??
    MERCHANT_CATEGORIES[MERCHANT_CATEGORIES.length - 1] ??
    'other'
  );
}

const DAYS: [number, RegExp][] = [
  [0, /minggu|ahad|sun/],
  [1, /senin|mon/],
  [2, /selasa|tue/],
  [3, /rabu|wed/],
  [4, /kamis|thu/],
  [5, /jum|fri/],
  [6, /sabtu|sat/],
];

/** `08.00-21.00`, `Senin–Jumat 8:00 - 17:00`, `24 jam`; null where unreadable. One window a day. */
export function readHours(cell: string): OpeningHours[] | null {
  const parts = cell
    .split(/[;\n]|,(?=\s*\p{L})/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const hours: OpeningHours[] = [];
  for (const part of parts) {
    const window = readWindow(part);
    if (!window) return null;
    const days = readDays(part.toLowerCase());
    for (const weekday of days.length > 0 ? days : [0, 1, 2, 3, 4, 5, 6]) {
      if (!hours.some((entry) => entry.weekday === weekday)) hours.push({ weekday, ...window });
    }
  }
  return hours.length > 0 ? hours : null;
}

function readWindow(part: string): { opens: string | null; closes: string | null } | null {
  if (/tutup|libur|closed/i.test(part) && !/\d/.test(part)) return { opens: null, closes: null };
  if (/24\s*(jam|hours)/i.test(part)) return { opens: '00:00', closes: '23:59' };
  const match =
    /(\d{1,2})(?:[.:](\d{2}))?(?::\d{2})?\s*(am|pm)?\s*(?:wib|wita|wit)?\s*(?:-|–|—|s\/d|sampai|to|hingga)\s*(\d{1,2})(?:[.:](\d{2}))?(?::\d{2})?\s*(am|pm)?/i.exec(
      part,
    );
  if (!match) return null;
  const opens = clock(match[1], match[2], match[3]);
  const closes = clock(match[4], match[5], match[6]);
  return opens && closes && opens !== closes ? { opens, closes } : null;
}

function clock(hour = '', minute = '00', half = ''): string | null {
  const noon = half.toLowerCase();
  const h = (Number(hour) % (noon ? 12 : 25)) + (noon === 'pm' ? 12 : 0);
  if (h > 24 || Number(minute) > 59) return null;
  return h === 24 ? '23:59' : `${String(h).padStart(2, '0')}:${minute}`;
}

function readDays(text: string): number[] {
  const found = DAYS.map(([day, pattern]) => ({ day, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ day }) => day);
  const [from, to] = found;
  if (
    found.length === 2 &&
    from !== undefined &&
    to !== undefined &&
    /[a-z]\s*(-|–|s\/d|sampai|to)\s*[a-z]/.test(text)
  ) {
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => (from + i) % 7);
  }
  return found;
}
