import { describe, expect, it } from 'vitest';
import { type MerchantFacts, nextSteps } from './next-steps';

const fresh: MerchantFacts = {
  merchantId: 'mrc_1',
  state: 'draft',
  missing: ['district'],
  hasConsent: true,
  dishes: 1,
  unready: 1,
  withoutPhoto: 1,
  withoutHalalOrAllergens: 1,
  documentsOpen: 8,
  hoursAnswered: 0,
  walletReady: false,
  lessonsOpen: 10,
  firstUnready: 'dsh_1',
};
const done: MerchantFacts = {
  ...fresh,
  state: 'active',
  missing: [],
  unready: 0,
  withoutPhoto: 0,
  withoutHalalOrAllergens: 0,
  documentsOpen: 0,
  hoursAnswered: 7,
  walletReady: true,
  lessonsOpen: 0,
  firstUnready: null,
};
const keys = (facts: MerchantFacts) => nextSteps(facts).map((step) => step.key);

describe('what a merchant should do next', () => {
  it('straight after sign-up the dish that cannot be sold comes first, then the profile', () => {
    expect(keys(fresh)).toEqual(['minutes', 'profile', 'documents', 'halal', 'photo', 'hours', 'lesson', 'wallet']);
    expect(nextSteps(fresh)[0]?.path).toBe('/usaha/mrc_1/menu/dsh_1');
  });

  it('a complete profile is sent by one tap; without consent that is asked first', () => {
    expect(keys({ ...fresh, missing: [] })).toContain('submit');
    expect(keys({ ...fresh, missing: [], hasConsent: false })).not.toContain('submit');
    expect(keys({ ...fresh, missing: [], hasConsent: false })).toContain('consent');
  });

  it('a business with everything is shown the next festival, never an empty list', () => {
    expect(keys(done)).toEqual(['festival']);
  });

  it('a step that was done comes back when it is undone', () => {
    expect(keys({ ...done, dishes: 0 })).toEqual(['dish', 'festival']);
    expect(keys({ ...done, hasConsent: false })).toEqual(['consent', 'festival']);
  });

  it('a suspended or closed business is told why instead of being given work', () => {
    expect(keys({ ...fresh, state: 'suspended' })).toEqual([]);
    expect(keys({ ...fresh, state: 'closed' })).toEqual([]);
  });
});
