import type { Language } from '~/shared/language';
import type { RefusalWord } from './refusal-words';
import { festivalRefusals } from './refusals/festivals';
import { identityRefusals } from './refusals/identity';
import { importRefusals } from './refusals/imports';
import { menuRefusals } from './refusals/menus';
import { merchantRefusals } from './refusals/merchants';
import { orderRefusals } from './refusals/orders';
import { passkeyRefusals } from './refusals/passkeys';
import { platformRefusals } from './refusals/platform';
import { privacyRefusals } from './refusals/privacy';
import { reviewRefusals } from './refusals/review';
import { shellRefusals } from './refusals/shell';
import { stallRefusals } from './refusals/stalls';
import { trainingRefusals } from './refusals/training';
import { walletRefusals } from './refusals/wallet';

// Each capability writes app/i18n/refusals/<capability>.ts, `satisfies RefusalWords<ItsRefusal>`
// (type from './refusal-words'), and adds one line here. Codes are unique over all of them (tested).
export const refusalTables = [
  importRefusals,
  walletRefusals,
  festivalRefusals,
  identityRefusals,
  passkeyRefusals,
  platformRefusals,
  shellRefusals,
  stallRefusals,
  orderRefusals,
  merchantRefusals,
  menuRefusals,
  trainingRefusals,
  privacyRefusals,
  reviewRefusals,
] as const;

const merged: Record<string, RefusalWord<never>> = Object.assign({}, ...refusalTables);

export interface RefusalAnswer {
  status: number;
  text: string;
}

/** Status and words of any refusal. A code without words is a bug and throws: the compiler keeps the tables complete. */
export function refusalAnswer(refusal: { code: string }, language: Language): RefusalAnswer {
  const word = merged[refusal.code];
  if (!word) throw new Error(`no words for refusal ${refusal.code}`);
  return { status: word.status, text: word[language](refusal as never) };
}
