/** Batik patterns for pictures that are missing: which cloth a seed wears. Pure, so a seed looks the same everywhere. */

export type BatikMotif = 'kawung' | 'parang' | 'mega' | 'gajah' | 'songket';

export interface Batik {
  motif: BatikMotif;
  /** Ground and figure, `#rrggbb`. */
  ground: string;
  figure: string;
  /** Which piece of the cloth is cut: left, top and side in units of the cloth. */
  left: number;
  top: number;
  side: number;
}

const MOTIFS: BatikMotif[] = ['kawung', 'parang', 'mega', 'gajah', 'songket'];

/** Kabupaten/kota (Kemendagri code or name) whose own cloth comes first. */
const CITY_MOTIFS: Record<string, BatikMotif> = {
  '1671': 'songket',
  palembang: 'songket',
  '3510': 'gajah',
  banyuwangi: 'gajah',
  '3209': 'mega',
  '3274': 'mega',
  cirebon: 'mega',
  '3471': 'parang',
  yogyakarta: 'parang',
  '3372': 'kawung',
  surakarta: 'kawung',
};

/** Colours as dyers know them: soga brown, indigo, mengkudu red, leaf green. */
const CLOTHS: [string, string][] = [
  ['#8e1c17', '#f2b632'],
  ['#5b2e12', '#e9c98f'],
  ['#1d2f56', '#c3d6e8'],
  ['#1b4d38', '#e0c06c'],
  ['#4a1d3f', '#f0b89f'],
  ['#b5502b', '#fbe3c0'],
  ['#16505c', '#f3d9a4'],
  ['#2a211a', '#d98e4a'],
  ['#e0a526', '#6b2414'],
  ['#f1e1c3', '#8c3b1f'],
];

/** FNV-1a, then a finishing mix so that ids that differ in one letter look nothing alike. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function cityMotif(city: string | null | undefined): BatikMotif | null {
  if (!city) return null;
  const key = city.toLowerCase().replace(/^(kota|kabupaten|kab\.)\s+/, '');
  return CITY_MOTIFS[key] ?? CITY_MOTIFS[key.slice(0, 4)] ?? null;
}

/** The cloth of a seed. Where the city has its own, two tiles of five wear it. */
export function batikOf(seed: string, city?: string | null): Batik {
  const h = hash(seed);
  const own = cityMotif(city);
  const motif = own && h % 5 < 2 ? own : MOTIFS[(h >>> 3) % MOTIFS.length]!;
  const [ground, figure] = CLOTHS[(h >>> 7) % CLOTHS.length]!;
  return {
    motif,
    ground,
    figure,
    left: ((h >>> 11) % 4) * 12,
    top: ((h >>> 14) % 4) * 12,
    side: 80 + ((h >>> 17) % 4) * 14,
  };
}
