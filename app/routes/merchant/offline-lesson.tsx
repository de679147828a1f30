import { Shell } from '~/components/layout/shell';
import { LessonBody } from '~/components/training/lesson-body';
import { QuizForm } from '~/components/training/quiz-form';
import { UnsentEvents } from '~/components/training/unsent-events';
import { PageHeading } from '~/components/ui/page-heading';
import { readLesson } from '~/domain/training/read-lesson.server';
import { isLessonSlug, LESSONS } from '~/domain/training/training';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.lesson.title ?? ''} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** A lesson with nothing of anybody in it, so that a phone may keep it. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requireRight(args, 'public');
  const slug = args.params.lesson;
  if (!isLessonSlug(slug)) throw answerNotFound();
  const version = LESSONS.find((lesson) => lesson.slug === slug)?.version ?? 0;
  const lesson = readLesson(slug, version, language);
  if (!lesson) throw answerNotFound();
  return { lesson };
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'public, no-cache' });

export default function OfflineLesson() {
  const { offlineCourse } = useWords();
  const language = useLanguage();
  const { lesson } = useLoaderData<typeof loader>();
  return (
    <Shell width="narrow">
      <PageHeading title={lesson.title} lead={offlineCourse.lessonLead} />
      <offline-course class="stack" data-lesson={lesson.slug} data-version={lesson.version}>
        <p>
          <a href={pathTo('/belajar-luring', language)} data-lesson="">
            {offlineCourse.all}
          </a>
        </p>
        <UnsentEvents />
        <LessonBody blocks={lesson.blocks} />
        <QuizForm quiz={lesson.quiz} attempt="" passed={false} offline />
        <p className="soft">{offlineCourse.act}</p>
      </offline-course>
    </Shell>
  );
}
