import { describe, expect, it } from 'vitest';
import { hoursForm, WEEKDAYS } from './hours-form';
import { profileForm } from './profile-form';
import { signUpBusinessForm } from './sign-up-form';

const errorsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries((result.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]));

describe('second screen of sign-up', () => {
  it('takes a city as people write it, and a choice where two have the name', () => {
    const typed = { stallName: 'Pempek', consent: 'yes' };
    expect(signUpBusinessForm.parse({ ...typed, city: 'palembang' }).city).toBe('1671');
    expect(errorsOf(signUpBusinessForm.safeParse({ ...typed, city: 'Bandung' }))).toEqual({ city: 'city_two' });
    expect(signUpBusinessForm.parse({ ...typed, city: 'Bandung', cityChoice: '3204' }).city).toBe('3204');
    expect(errorsOf(signUpBusinessForm.safeParse({ ...typed, city: 'Atlantis', cityChoice: '9999' }))).toEqual({
      city: 'city_unknown',
    });
  });
  it('says what is missing in the order of the screen', () => {
    expect(Object.entries(errorsOf(signUpBusinessForm.safeParse({})))).toEqual([
      ['stallName', 'stall_name_missing'],
      ['city', 'city_missing'],
      ['consent', 'consent_missing'],
    ]);
  });
});

describe('profile', () => {
  const filled = {
    stallName: 'Pempek',
    ownerName: 'Sutrisno',
    phone: '0812-3456-7890',
    city: '16.71',
    district: 'Bukitkecil',
    category: 'fish_cakes',
  };
  it('one word is a whole name, and what is optional stays empty', () => {
    expect(profileForm.parse(filled)).toMatchObject({
      ownerName: 'Sutrisno',
      phone: '+6281234567890',
      city: '1671',
      story: null,
      kbli: null,
      womanOwned: null,
      capital: null,
      yearlySales: null,
      qrisCriterion: null,
    });
  });
  it('understands sums and codes with their edition', () => {
    const read = profileForm.parse({
      ...filled,
      yearlySales: '850 juta',
      kbli: '2025:56102',
      qrisCriterion: 'UMI',
      womanOwned: '',
    });
    expect(read).toMatchObject({
      yearlySales: 850_000_000,
      kbli: { edition: '2025', code: '56102' },
      qrisCriterion: 'UMI',
      womanOwned: null,
    });
  });
  it.each([
    ['ownerName', 'Siti 2', 'owner_name_letters'],
    ['kbli', '2025:56104', 'kbli_not_listed'],
    ['yearlySales', 'lumayan', 'yearly_sales_not_a_number'],
    ['district', '', 'district_missing'],
    ['category', 'batu', 'category_missing'],
    ['story', 'x'.repeat(601), 'story_long'],
  ])('%s "%s" is %s', (field, typed, code) => {
    expect(errorsOf(profileForm.safeParse({ ...filled, [field]: typed }))).toEqual({ [field]: code });
  });
});

describe('opening hours', () => {
  it('one tap fills the week; single days are read apart, unanswered ones left alone', () => {
    expect(hoursForm.parse({ same: 'yes', opensAll: '8', closesAll: '20.30' })).toHaveLength(7);
    expect(
      hoursForm.parse({ state1: 'open', opens1: '17.00', closes1: '01:00', state0: 'closed', opens2: '08.00' }),
    ).toEqual([
      { weekday: 1, windows: [{ opens: '17:00', closes: '01:00' }] },
      { weekday: 0, windows: [] },
    ]);
    expect(WEEKDAYS).toHaveLength(7);
  });
  it('a time that is none is told beside its field', () => {
    expect(errorsOf(hoursForm.safeParse({ state3: 'open', opens3: 'pagi', closes3: '25.00' }))).toEqual({
      opens3: 'hours_clock',
      closes3: 'hours_clock',
    });
  });
});
