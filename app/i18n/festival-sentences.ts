import type { MissingPart } from '~/domain/festivals/application';
import type { CapCount } from '~/domain/festivals/caps';
import type { Language } from '~/shared/language';
import { regionName } from '~/shared/regions';
import { festivals as en } from './en/festivals';
import { festivals as id } from './id/festivals';

const WORDS = { id, en };

/** The group a quota counts, in words: a kind of food, a dish, a city. */
export function capGroup({ kind, group }: Pick<CapCount, 'kind' | 'group'>, language: Language): string {
  if (kind === 'category') return WORDS[language].categories[group] ?? group;
  return kind === 'district' ? regionName(group) : group;
}

/** A broken quota as one sentence. */
export function capSentence(cap: CapCount, language: Language): string {
  const { broken } = WORDS[language].caps;
  const { kind, count, limit } = cap;
  if (kind === 'total' || kind === 'halal_share') return broken[kind](count, limit);
  return broken[kind](capGroup(cap, language), count, limit);
}

/** What is missing from an application, each part in a few words. */
export function missingWords(missing: readonly MissingPart[], language: Language): string[] {
  const words = WORDS[language];
  return missing.map((one) => {
    if (one.part === 'merchant_not_active') return words.missing.merchant_not_active;
    if (one.part === 'profile') return words.missing.profile[one.field] ?? one.field;
    if (one.part === 'dishes') return words.missing.dishes;
    if (one.part === 'training') return words.missing.training(one.finished, one.least);
    if (one.part === 'answer') return words.missing.answer(one.label);
    const paper = words.documents[one.kind] ?? one.kind;
    return words.missing.document[one.state]?.(paper) ?? paper;
  });
}
