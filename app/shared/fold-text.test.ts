import { expect, it } from 'vitest';
import { foldedWords, foldText, slugOf } from './fold-text';

it('accents, emoji, case and signs do not make two names of one', () => {
  expect(foldText('  Kopi Café ☕ "Mbok-Wah"!! ')).toBe('kopi cafe mbok wah');
  expect(foldedWords('Mie mie Celor')).toEqual(['mie', 'celor']);
});

it('a name becomes an address, and never an empty one', () => {
  expect(slugOf('Pempek Cek Siti 26 Ilir!')).toBe('pempek-cek-siti-26-ilir');
  expect(slugOf('☕☕')).toBe('usaha');
});
