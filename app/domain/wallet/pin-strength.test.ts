import { expect, it } from 'vitest';
import { pinWeakness } from './pin-strength';

it.each([
  ['111111', 'repeat'],
  ['000000', 'repeat'],
  ['121212', 'repeat'],
  ['123123', 'repeat'],
  ['112233', 'repeat'],
  ['123456', 'sequence'],
  ['654321', 'sequence'],
  ['234567', 'sequence'],
  ['789012', 'sequence'],
  ['135791', 'sequence'],
  ['170845', 'date'],
  ['450817', 'date'],
  ['081995', 'date'],
  ['199508', 'date'],
])('PIN %s is easy to guess (%s)', (pin, why) => {
  expect(pinWeakness(pin, null)).toBe(why);
});

it("the last six digits of one's own phone number are no PIN", () => {
  expect(pinWeakness('748391', '+6281200748391')).toBe('phone');
  expect(pinWeakness('748391', '+6281200000001')).toBeNull();
});

it.each(['748391', '906274', '492683', '830697'])('PIN %s is good enough', (pin) => {
  expect(pinWeakness(pin, '+6281000000001')).toBeNull();
});

it('of all million PINs, at least nine in ten stay free to choose', () => {
  let free = 0;
  for (let number = 0; number < 1_000_000; number += 7) if (!pinWeakness(String(number).padStart(6, '0'), null)) free++;
  expect(free / (1_000_000 / 7)).toBeGreaterThan(0.9);
});
