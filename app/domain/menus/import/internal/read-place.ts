import { foldText } from '~/shared/fold-text';
import { REGIONS, type Region, regionOf } from '~/shared/regions';

const BY_NAME = new Map<string, Region[]>();
for (const region of REGIONS) {
  const key = squeeze(region.shortName);
  BY_NAME.set(key, [...(BY_NAME.get(key) ?? []), region]);
}

/** Names people use for the capital as a whole; its centre is the seat of the province. */
const ALIASES: Record<string, string> = {
  jakarta: '3171',
  dkijakarta: '3171',
  jogja: '3471',
  yogya: '3471',
  jogjakarta: '3471',
  solo: '3372',
  ujungpandang: '7371',
};

function squeeze(name: string): string {
  return foldText(name)
    .replaceAll(' ', '')
    .replace(/^(kepulauan|kep)/, '');
}

/** Regions a cell may name: `Kota Palembang`, `Kab. Bandung`, `PALEMBANG, Sumatera Selatan`, `16.71`. */
export function regionsNamed(cell: string): Region[] {
  const code = /^\s*(\d\d)\.?(\d\d)(?:\.0)?\s*$/.exec(cell);
  if (code) {
    const region = regionOf(`${code[1]}${code[2]}`);
    return region ? [region] : [];
  }
  const [first = '', ...rest] = cell.split(/[,(/]|\s-\s/);
  const found = namedBy(first);
  if (found.length < 2) return found.length > 0 ? found : rest.flatMap(namedBy).slice(0, 2);
  const province = foldText(rest.join(' '));
  const inProvince = province === '' ? [] : found.filter((region) => province.includes(foldText(region.province)));
  return inProvince.length > 0 ? inProvince : found;
}

function namedBy(part: string): Region[] {
  const folded = foldText(part);
  if (folded.length < 3) return [];
  const match = /^(kota administrasi|kota adm|kota|kodya|kotamadya|kabupaten|kab|regency of|city of)\s+(.+)$/.exec(
    folded,
  );
  const bare = (match?.[2] ?? folded).replace(/\s+(city|regency)$/, '');
  const kind = match
    ? match[1]?.startsWith('ko') || match[1]?.startsWith('city')
      ? 'kota'
      : 'kabupaten'
    : /\scity$/.test(folded)
      ? 'kota'
      : null;
  const alias = ALIASES[squeeze(bare)];
  if (alias) return [regionOf(alias)].filter((region) => region !== null);
  const found = BY_NAME.get(squeeze(bare)) ?? BY_NAME.get(squeeze(folded)) ?? [];
  return kind === null ? found : found.filter((region) => region.kind === kind);
}

/**
 * The one region a cell means. Where a kota and a kabupaten share the name and nothing tells them apart,
 * the organisation's own region wins, else the kota: that is how people speak.
 */
export function chooseRegion(found: Region[], home: string | null): Region | null {
  return (
    found.find((region) => region.code === home) ?? found.find((region) => region.kind === 'kota') ?? found[0] ?? null
  );
}

/** The region an address ends with (`…, Ilir Barat I, Kota Palembang, Sumatera Selatan 30137`), or null. */
export function regionInAddress(address: string, home: string | null): Region | null {
  const parts = address.split(/[,\n]/).map((part) => part.replace(/\b\d{5}\b/g, ' ').trim());
  // The street comes first and may carry a city's name ("Jalan Palembang").
  for (const part of parts.slice(1).reverse()) {
    const found = chooseRegion(namedBy(part), home);
    if (found) return found;
  }
  const kota = /\b(kota|kab(?:upaten|\.)?)\s+([\p{L} ]{3,30})$/iu.exec(parts.at(-1) ?? '');
  return kota ? chooseRegion(namedBy(kota[0]), home) : null;
}
