import { expect, it } from 'vitest';
import { pages } from '../routes';
import { FAMILY_OF_FOLDER, pageFamilyOf } from './page-family';

it('every page belongs to a family, in both languages', () => {
  const folders = new Set(pages.map(({ id }) => id.split('/')[0] ?? ''));
  folders.delete('webhooks');
  expect([...folders].filter((folder) => !FAMILY_OF_FOLDER[folder])).toEqual([]);
  for (const { id } of pages) expect(pageFamilyOf(`en:${id}`), id).toBe(pageFamilyOf(id));
});

it('an unknown address is a customer’s', () => {
  expect(['root', 'stall/board', 'en:public/stall'].map(pageFamilyOf)).toEqual(['customer', 'stall', 'menu']);
  expect(pageFamilyOf(undefined)).toBe('customer');
});
