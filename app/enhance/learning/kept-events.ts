import { newSecretId } from '~/shared/ids';
import { dropValue, keepValue, readValues } from '../kept-values';

/** What a learner did, kept on this phone until the server has it. */
export type LearnedEvent = { lesson: string; version: number } & (
  | { kind: 'lesson_opened' }
  | { kind: 'quiz_answered'; attempt: string; question: string; choice: string }
  | { kind: 'quiz_finished'; attempt: string }
);

export type KeptEvent = LearnedEvent & {
  id: string;
  /** By this phone's clock, ms. */
  at: number;
};

const PREFIX = 'belajar-kejadian';

const keyOf = (base: string, id: string) => `${PREFIX}:${merchantOf(base)}:${id}`;

/** The English and the Indonesian pages of one business share what is kept. */
function merchantOf(base: string): string {
  return base.slice(base.lastIndexOf('/') + 1);
}

/** Address of the course that a page belongs to, language included; null for a page of nobody's business. */
export function courseOf(path: string): string | null {
  return /^(?:\/en)?\/belajar\/mrc_[^/]+/.exec(path)?.[0] ?? null;
}

export function keepEvent(base: string, event: LearnedEvent): void {
  const kept: KeptEvent = { ...event, id: newSecretId('evt'), at: Date.now() };
  keepValue(keyOf(base, kept.id), JSON.stringify(kept));
}

/** Every event of a business that waits on this phone, oldest first. */
export function readEvents(base: string): KeptEvent[] {
  return readValues(`${PREFIX}:${merchantOf(base)}:`)
    .map((text) => JSON.parse(text) as KeptEvent)
    .sort((one, other) => one.at - other.at);
}

export function dropEvent(base: string, id: string): void {
  dropValue(keyOf(base, id));
}
