import { expect, it } from 'vitest';
import { hideKeys, makeLogger } from './logger.server';

it('the log holds no phone number, code or PIN', () => {
  const lines: string[] = [];
  const logger = makeLogger({ logLevel: 'info' }, { write: (line: string) => lines.push(line) });
  const cause = Object.assign(new Error('no such number 0812-3456-7890'), { detail: 'Key (phone)=(+6281234567890)' });
  logger.info(
    {
      phone: '+6281234567890',
      pin: '271828',
      order: { to: { phone: '+6281234567890' } },
      payload: { values: { code: '482913' } },
    },
    'sent',
  );
  logger.error({ err: cause }, 'not sent');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/1234567890|3456-7890|271828|482913/);
  expect(lines.join()).toContain('no such number 08••');
});

it('the log holds no address that is itself a key', () => {
  expect(hideKeys('/en/masuk/tautan/3Yx-8_k')).toBe('/en/masuk/tautan/…');
  expect(hideKeys('/pesanan/ord_01m6whjdw0e6eaprcf9e0qwy26/batal.data')).toBe('/pesanan/…/batal.data');
  expect(hideKeys('/usaha/mrc_1/menu')).toBe('/usaha/mrc_1/menu');
});
