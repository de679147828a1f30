import { expect, it } from 'vitest';
import { isSecretField, withoutSecrets } from './secret-fields';

it.each(['pin', 'newPin', 'oldPin', 'againPin', 'code', 'kode', 'secret', 'password'])('%s is typed anew', (name) => {
  expect(isSecretField(name)).toBe(true);
});

it.each(['name', 'regionCode', 'cara', 'number'])('%s may be sent back', (name) => {
  expect(isSecretField(name)).toBe(false);
});

it('a form goes back without its secrets, everything else as typed', () => {
  expect(withoutSecrets({ bank: 'bri', number: '123', secret: '258013' })).toEqual({ bank: 'bri', number: '123' });
});
