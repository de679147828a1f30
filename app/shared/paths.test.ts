import { expect, it } from 'vitest';
import { languageOf, pathTo, plainPath, safePath } from './paths';

it('adds and takes away the language of an address', () => {
  expect(pathTo('/masuk?lanjut=%2Fusaha#isi', 'en')).toBe('/en/masuk?lanjut=%2Fusaha#isi');
  expect(pathTo('/en/masuk', 'en')).toBe('/en/masuk');
  expect(pathTo('/en/masuk', 'id')).toBe('/masuk');
  expect(pathTo('/', 'en')).toBe('/en');
  expect(plainPath('/en')).toBe('/');
  expect(languageOf('/enak')).toBe('id');
});

it('never turns a path of this site into another site', () => {
  for (const path of ['/en//evil.test', '//evil.test', '/en/\\evil.test', '/en///evil.test/x']) {
    expect(pathTo(path, 'id'), path).toMatch(/^\/evil\.test/);
    expect(pathTo(path, 'en'), path).toMatch(/^\/en\/evil\.test/);
    expect(plainPath(path), path).toMatch(/^\/evil\.test/);
  }
});

it('goes on only to a path of this site', () => {
  for (const path of ['/usaha', '/usaha/mrc_1?x=1#isi', '/a//b']) expect(safePath(path, '/'), path).toBe(path);
  const hostile = [
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    'evil.test',
    '/\t/evil.test',
    '/%0d%0aSet-Cookie:x'.replace('%0d%0a', '\r\n'),
    ' /usaha',
    '',
    null,
    undefined,
    7,
    '/..//evil.test',
    `/${'a'.repeat(3000)}`,
    '/ä\u0000',
  ];
  for (const path of hostile) expect(safePath(path, '/aman'), String(path)).toBe('/aman');
});
