import { expect, it } from 'vitest';
import { organisationForm } from './organisation-form';

const filled = { name: 'Komunitas Kuliner Contoh', kind: 'organiser' };

it('takes an organisation of the whole country: no regency chosen', () => {
  const read = organisationForm.safeParse({ ...filled, region: '' });
  expect(read.success && read.data.region === undefined).toBe(true);
});

it('keeps the regency that was chosen, and asks again for one that is none', () => {
  expect(organisationForm.parse({ ...filled, region: '1671' }).region).toBe('1671');
  expect(organisationForm.safeParse({ ...filled, region: 'Palembang' }).success).toBe(false);
});
