import { foldText } from './fold-text';
import { REGION_TABLE } from './region-table';

/** A kabupaten or kota. */
export interface Region {
  /** Kemendagri code without the dot: `1671`. */
  code: string;
  kind: 'kabupaten' | 'kota';
  /** `Palembang` */
  shortName: string;
  /** `Kota Palembang` */
  name: string;
  provinceCode: string;
  province: string;
  /** IANA zone of its clock. */
  zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
}

const ZONES = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;

/** All kabupaten and kota, by code. */
export const REGIONS: readonly Region[] = REGION_TABLE.trim().split('\n').flatMap(readProvince);

const BY_CODE = new Map(REGIONS.map((region) => [region.code, region]));

function readProvince(line: string): Region[] {
  const [provinceCode = '', province = '', zone = 'WIB', regencies = '', cities = ''] = line.split('|');
  const common = { provinceCode, province, zone: ZONES[zone as keyof typeof ZONES] };
  const named = (text: string, first: number, kind: Region['kind']): Region[] => {
    let number = first - 1;
    return text
      .split(',')
      .filter(Boolean)
      .map((entry) => {
        const numbered = /^(\d\d) (.+)$/.exec(entry);
        number = numbered ? Number(numbered[1]) : number + 1;
        const shortName = numbered?.[2] ?? entry;
        const name = `${kind === 'kota' ? 'Kota' : 'Kabupaten'} ${shortName}`;
        return { ...common, code: provinceCode + String(number).padStart(2, '0'), kind, shortName, name };
      });
  };
  return [...named(regencies, 1, 'kabupaten'), ...named(cities, 71, 'kota')];
}

/** The region of a four-digit code, dotted or not; null when today's table does not know it. */
export function regionOf(code: string): Region | null {
  return BY_CODE.get(code.replace('.', '')) ?? null;
}

/** What stands on the screen for a stored code; an unknown code shows itself rather than nothing. */
export function regionName(code: string): string {
  return regionOf(code)?.name ?? code;
}

/**
 * Regions a person may mean by what she typed, as a city or a file says it: `palembang`,
 * `Kota Palembang`, `Kab. Bandung`, `16.71`, `Bandung, Jawa Barat`. One entry = certain;
 * several = ask; none = unknown.
 */
export function findRegions(text: string): Region[] {
  const code = /^\s*(\d\d)\.?(\d\d)\s*$/.exec(text);
  if (code) {
    const region = regionOf(`${code[1]}${code[2]}`);
    return region ? [region] : [];
  }
  const [typed = '', province = ''] = text.split(',');
  const wanted = foldRegion(typed);
  if (wanted.name === '') return [];
  const named = REGIONS.filter(
    (region) =>
      squeeze(region.shortName) === squeeze(wanted.name) && (wanted.kind === null || wanted.kind === region.kind),
  );
  const inProvince = named.filter((region) => foldText(region.province) === foldText(province));
  return inProvince.length > 0 ? inProvince : named;
}

function foldRegion(text: string): { kind: Region['kind'] | null; name: string } {
  const folded = foldText(text);
  const match = /^(kota administrasi|kota adm|kota|kodya|kabupaten|kab)\s+(.+)$/.exec(folded);
  // "Lima Puluh Kota" is a name; only a leading word tells the kind.
  if (!match) return { kind: null, name: folded };
  return { kind: match[1]?.startsWith('ko') ? 'kota' : 'kabupaten', name: match[2] ?? '' };
}

/** `Palangkaraya`, `Palangka Raya` and `Tojo Una-Una` are written every way. */
function squeeze(name: string): string {
  return foldText(name)
    .replaceAll(' ', '')
    .replace(/^kepulauan|^kep/, '');
}
