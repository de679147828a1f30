import { mayApply } from '~/domain/merchants/merchants';
import type { MissingPart } from '../application';
import type { TrainingRule } from '../training-rule';
import type { MerchantFacts } from './merchant-facts.server';

/** What the call asks for. */
export interface CallNeeds {
  questions: readonly { id: string; label: string; required: string }[];
  documents: readonly { kind: string; required: string }[];
  training: TrainingRule | null;
}

/** What keeps an application from being complete; empty = complete. Derived each time, since the merchant's own data moves. */
export function findMissing(facts: MerchantFacts, answered: ReadonlySet<string>, needs: CallNeeds): MissingPart[] {
  const missing: MissingPart[] = [];
  if (!mayApply(facts.state)) missing.push({ part: 'merchant_not_active' });
  if (!facts.ownerName) missing.push({ part: 'profile', field: 'owner_name' });
  if (!facts.category) missing.push({ part: 'profile', field: 'category' });
  if (facts.dishCount === 0) missing.push({ part: 'dishes' });
  for (const question of needs.questions) {
    if (question.required === 'yes' && !answered.has(question.id)) {
      missing.push({ part: 'answer', questionId: question.id, label: question.label });
    }
  }
  for (const need of needs.documents) {
    if (need.required !== 'yes') continue;
    const trouble = documentTrouble(facts, need.kind);
    if (trouble) missing.push({ part: 'document', kind: need.kind, state: trouble });
  }
  const least = needs.training?.kind === 'minimum' ? needs.training.amount : 0;
  if (facts.lessons < least) missing.push({ part: 'training', finished: facts.lessons, least });
  return missing;
}

/** Why a paper does not count on the festival's days; null when it does. */
export function documentTrouble(facts: MerchantFacts, kind: string) {
  const standing = facts.documents.get(kind);
  if (standing === undefined) return 'not_declared' as const;
  if (standing === 'valid') return null;
  return standing === 'ends_before' ? ('ends_before_festival' as const) : ('not_held' as const);
}
