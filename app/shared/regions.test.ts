import { describe, expect, it } from 'vitest';
import { findRegions, REGIONS, regionName, regionOf } from './regions';

describe('kabupaten and kota', () => {
  it('the whole country is there: 416 kabupaten (one administrative) and 98 kota', () => {
    expect(REGIONS.filter((region) => region.kind === 'kabupaten')).toHaveLength(416);
    expect(REGIONS.filter((region) => region.kind === 'kota')).toHaveLength(98);
    expect(new Set(REGIONS.map((region) => region.code)).size).toBe(514);
  });

  it.each([
    ['1671', 'Kota Palembang'],
    ['35.10', 'Kabupaten Banyuwangi'],
    ['3273', 'Kota Bandung'],
    ['1271', 'Kota Medan'],
    ['6474', 'Kota Bontang'],
    ['7326', 'Kabupaten Toraja Utara'],
    ['9120', 'Kabupaten Mamberamo Raya'],
  ])('%s is %s', (code, name) => {
    expect(regionName(code)).toBe(name);
  });

  it.each([
    ['palembang', ['1671']],
    ['Kota Palembang', ['1671']],
    ['KAB. BANDUNG', ['3204']],
    ['Bandung', ['3204', '3273']],
    ['16.71', ['1671']],
    ['Palangkaraya', ['6271']],
    ['Lima Puluh Kota', ['1307']],
    ['Atlantis', []],
    ['', []],
    ['Solok, Sumatera Barat', ['1302', '1372']],
    ['9999', []],
  ])('"%s" means %j', (typed, codes) => {
    expect(findRegions(typed).map((region) => region.code)).toEqual(codes);
  });

  it('each has the clock of its province', () => {
    expect(regionOf('5171')?.zone).toBe('Asia/Makassar');
    expect(regionOf('9471')).toBeNull();
    expect(regionOf('9171')?.zone).toBe('Asia/Jayapura');
  });
});
