import { openLesson } from '~/domain/training/open-lesson.server';
import { isLessonSlug, LESSONS } from '~/domain/training/training';
import type { MerchantId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** "Buka pelajaran": kept as an event, since only what is stored counts as read. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const slug = args.params.lesson;
  const { app, person, language, now } = await requireRight(args, 'merchant.view', merchantId);
  const lesson = LESSONS.find((each) => each.slug === slug);
  if (!lesson || !isLessonSlug(slug)) throw answerNotFound();
  const opened = { merchantId, personId: person.id, lesson: slug, version: lesson.version, now };
  await app.inTransaction((tx) => openLesson(tx, opened));
  return redirectTo(`/belajar/${merchantId}/${slug}`, language);
}
