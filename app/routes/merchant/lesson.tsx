import { MerchantPage } from '~/components/layout/merchant-page';
import { LessonPage } from '~/components/training/lesson-page';
import { KeptCourse, UnsentEvents } from '~/components/training/unsent-events';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { finishQuiz } from '~/domain/training/finish-quiz.server';
import { quizForm } from '~/domain/training/quiz-form';
import { readLesson } from '~/domain/training/read-lesson.server';
import { readLessonStanding } from '~/domain/training/read-progress.server';
import { isLessonSlug, LESSONS } from '~/domain/training/training';
import { useLanguage, useWords } from '~/i18n';
import { type MerchantId, newId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.lesson.title ?? ''} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const slug = args.params.lesson;
  const { app, language, now } = await requireRight(args, 'merchant.view', merchantId);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant || !isLessonSlug(slug)) throw answerNotFound();
  const standing = await readLessonStanding(app.db, { merchantId, lesson: slug, now });
  const lesson = readLesson(slug, standing.version, language);
  if (!lesson) throw answerNotFound();
  const wanted = new URL(args.request.url).searchParams.get('percobaan');
  const result = standing.attempts.find((attempt) => attempt.id === wanted) ?? null;
  return {
    merchant: { id: merchant.id, name: merchant.stallName },
    lesson,
    standing,
    result,
    attempt: newId('att', now),
  };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const slug = args.params.lesson;
  const { app, person, language, now } = await requireRight(args, 'merchant.view', merchantId);
  if (!isLessonSlug(slug)) throw answerNotFound();
  const form = await parseForm(args.request, quizForm);
  if (!form.ok) return formResponse(form);
  const { attempt, choices } = form.value;
  const version = LESSONS.find((lesson) => lesson.slug === slug)?.version ?? 0;
  const finished = await app.inTransaction((tx) =>
    finishQuiz(tx, { merchantId, personId: person.id, lesson: slug, version, attempt, choices, now }),
  );
  if (!finished.ok && finished.refusal.code === 'quiz_unanswered') {
    const { questions } = finished.refusal;
    const errors = Object.fromEntries(
      questions.map(({ id, n }) => [`q_${id}`, { code: 'quiz_answer_missing', data: { n } }]),
    );
    return formResponse({ ok: false, errors, typed: form.typed });
  }
  if (!finished.ok) return refusalResponse(finished.refusal, language);
  return redirectTo(`/belajar/${merchantId}/${slug}?percobaan=${attempt}#hasil-kuis`, language);
}

export default function LessonRoute() {
  const { training } = useWords();
  const language = useLanguage();
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { merchant, lesson } = data;
  return (
    <MerchantPage
      title={lesson.title}
      merchant={merchant}
      current="learn"
      width="narrow"
      back={{ href: pathTo(`/belajar/${merchant.id}`, language), label: training.backToCourse }}
    >
      <UnsentEvents />
      <LessonPage {...data} failed={failed} />
      <KeptCourse lessons={LESSONS.map(({ slug }) => slug)} first={lesson.slug} />
    </MerchantPage>
  );
}
