import { expect, it } from 'vitest';
import { maskPhone, readPhone, showPhone } from './phone';

it('reads a mobile number the ways people and spreadsheets write it', () => {
  const ways = [
    '0812-3456-7890',
    '+62 812 3456 7890',
    '6281234567890',
    '81234567890',
    '+62 (0)812-3456-7890',
    "'081234567890",
    '0812.3456.7890',
  ];
  for (const typed of ways) expect(readPhone(typed), typed).toEqual({ ok: true, value: '+6281234567890' });
  expect(readPhone('0810-0000-0001')).toEqual({ ok: true, value: '+6281000000001' });
});

it.each([
  ['', { code: 'phone_missing' }],
  ['0812-3456', { code: 'phone_short', missing: 2 }],
  ['08123456789012', { code: 'phone_long', extra: 1 }],
  ['021-5551234', { code: 'phone_landline' }],
  ['+60 12 345 6789', { code: 'phone_foreign' }],
  ['081234567890 / 081234567891', { code: 'phone_two' }],
  ['6.28E+12', { code: 'phone_spreadsheet' }],
  ['6,28123E+12', { code: 'phone_spreadsheet' }],
  ['tanya Siti', { code: 'phone_unknown' }],
  ['0841-2345-6789', { code: 'phone_unknown' }],
])('says what is wrong with %j', (typed, refusal) => {
  expect(readPhone(typed)).toEqual({ ok: false, refusal });
});

it('shows a number whole to its owner and masked to others', () => {
  expect(showPhone('+6281234567890')).toBe('0812-3456-7890');
  expect(maskPhone('+6281234567890')).toBe('0812-••••-7890');
});
