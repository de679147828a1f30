import { randomWord } from '~/shared/random-word';

// No vowels (no words by accident) and nothing that is mistaken for another when spoken or written.
const SPEAKABLE = 'BCDFGHJKLMNPQRTVWXYZ346789';
const LENGTH = 6;
const CODES = SPEAKABLE.length ** LENGTH;
/** The words below this give each code equally often. */
const FAIR_MAX = Math.floor(2 ** 32 / CODES) * CODES;

/** For speaking aloud; opens nothing alone. */
export function newShortCode(): string {
  let word = randomWord();
  while (word >= FAIR_MAX) word = randomWord();
  let code = '';
  for (let rest = word; code.length < LENGTH; rest = Math.floor(rest / SPEAKABLE.length))
    code += SPEAKABLE[rest % SPEAKABLE.length];
  return code;
}
