import { setContacts } from '~/domain/merchants/set-contacts.server';
import { finishQuiz } from '~/domain/training/finish-quiz.server';
import { readQuiz } from '~/domain/training/read-lesson.server';
import { LESSONS, type LessonSlug } from '~/domain/training/training';
import { newId } from '~/shared/ids';
import type { World } from '../setup/engines';
import { accepted, type MadeMerchant } from './merchants';

/** Passes the quiz of a lesson; its practice is another matter. */
export async function passQuiz(world: World, { merchantId, ownerId }: MadeMerchant, lesson: LessonSlug): Promise<void> {
  const version = LESSONS.find(({ slug }) => slug === lesson)?.version ?? 0;
  const questions = readQuiz(lesson, version)?.questions ?? [];
  const right = questions.map(({ id, options }) => [id, options.find((option) => option.right === 'yes')?.id ?? '']);
  const now = world.clock.now();
  const attempt = { attempt: newId('att', now), choices: Object.fromEntries(right) as Record<string, string> };
  const quiz = { merchantId, personId: ownerId, lesson, version, ...attempt, now };
  await world.inTransaction(async (tx) => accepted(await finishQuiz(tx, quiz)));
}

/** Finishes the lesson whose practice is quickest: complaints and safety. */
export async function finishOneLesson(world: World, merchant: MadeMerchant): Promise<void> {
  await passQuiz(world, merchant, 'keluhan-dan-keamanan');
  const { merchantId, ownerId: by } = merchant;
  const contacts = { merchantId, complaints: by, emergency: '+628100000001' as const, by, now: world.clock.now() };
  await world.inTransaction(async (tx) => accepted(await setContacts(tx, contacts)));
}
