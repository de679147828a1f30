import { mayApply } from '~/domain/merchants/merchants';

/** What a merchant's data says at this moment; nothing here is stored. */
export interface MerchantFacts {
  merchantId: string;
  state: string;
  /** What the profile lacks, consent apart. */
  missing: readonly string[];
  hasConsent: boolean;
  dishes: number;
  unready: number;
  withoutPhoto: number;
  withoutHalalOrAllergens: number;
  documentsOpen: number;
  hoursAnswered: number;
  walletReady: boolean;
  lessonsOpen: number;
  /** The first dish that cannot be sold yet. */
  firstUnready: string | null;
}

export type StepKey =
  | 'dish'
  | 'minutes'
  | 'profile'
  | 'consent'
  | 'submit'
  | 'documents'
  | 'hours'
  | 'halal'
  | 'photo'
  | 'lesson'
  | 'wallet'
  | 'festival';

export interface NextStep {
  key: StepKey;
  /** Indonesian address; a step that is itself a form posts to it. */
  path: string;
  isForm?: true;
  count?: number;
}

/**
 * "Yang perlu Anda lakukan", in the order that brings a stall to selling soonest; derived from the data each time, so a
 * step disappears by being done and comes back when it is undone. Empty only for a business that cannot act.
 */
export function nextSteps(facts: MerchantFacts): NextStep[] {
  if (facts.state === 'closed' || facts.state === 'suspended') return [];
  const base = `/usaha/${facts.merchantId}`;
  const menu = `${base}/menu`;
  const isDraft = facts.state === 'draft';
  const profileDone = facts.missing.length === 0;
  const steps: (NextStep | false)[] = [
    facts.dishes === 0 && { key: 'dish', path: menu },
    facts.unready > 0 && {
      key: 'minutes',
      path: facts.firstUnready ? `${menu}/${facts.firstUnready}` : menu,
      count: facts.unready,
    },
    !profileDone && { key: 'profile', path: `${base}/profil` },
    !facts.hasConsent && { key: 'consent', path: `${base}/persetujuan`, isForm: true },
    isDraft && profileDone && facts.hasConsent && { key: 'submit', path: `${base}/kirim`, isForm: true },
    facts.documentsOpen > 0 && { key: 'documents', path: `${base}/dokumen`, count: facts.documentsOpen },
    facts.withoutHalalOrAllergens > 0 && { key: 'halal', path: menu, count: facts.withoutHalalOrAllergens },
    facts.withoutPhoto > 0 && { key: 'photo', path: menu, count: facts.withoutPhoto },
    facts.hoursAnswered < 7 && { key: 'hours', path: `${base}/jam` },
    facts.lessonsOpen > 0 && { key: 'lesson', path: `/belajar/${facts.merchantId}`, count: facts.lessonsOpen },
    !facts.walletReady && { key: 'wallet', path: '/dompet' },
    mayApply(facts.state) && { key: 'festival', path: `${base}/festival` },
  ];
  return steps.filter((step): step is NextStep => step !== false);
}
