import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { findServerWords } from './client-bundle';
import { findUntrueWords } from './documents';
import { findMissingWords } from './glossary';
import { findBadImports } from './imports';
import { findBadNames } from './names';
import { findUnclassified } from './personal-columns';
import { findOversized } from './sizes';
import { findStrayClasses, findUnaskedMotion } from './styles';
import { findForeignWrites } from './table-owners';

const root = resolve(import.meta.dirname, '../..');

it('everyone imports only what the import table allows, and nothing goes in circles', {
  timeout: 120_000,
}, async () => {
  expect(await findBadImports(root)).toEqual([]);
});

it('every table has one owner and only the owner writes it', () => {
  expect(findForeignWrites(root)).toEqual([]);
});

it('no file, function, component or route is over its ceiling', () => {
  expect(findOversized(root)).toEqual([]);
});

it('names follow the house, and what touches Node or the database says .server', () => {
  expect(findBadNames(root)).toEqual([]);
});

it('every page loads the styles of the classes it names, and a menu none beyond', () => {
  expect(findStrayClasses(root)).toEqual([]);
});

it('nothing moves for who asked for less motion', () => {
  expect(findUnaskedMotion(root)).toEqual([]);
});

it('the glossary explains every table and every capability', () => {
  expect(findMissingWords(root)).toEqual([]);
});

it('the documents name every table, and no table or refusal that is not there', () => {
  expect(findUntrueWords(root)).toEqual([]);
});

it('no word of the server reaches the browser', () => {
  expect(findServerWords(root)).toEqual([]);
});

it('every column says whether it is personal', () => {
  expect(findUnclassified()).toEqual([]);
});
