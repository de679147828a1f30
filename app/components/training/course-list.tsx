import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

interface CourseLesson {
  slug: string;
  minutes: number;
  kilobytes: number;
  isOpened: boolean;
  passed: boolean;
  isActDone: boolean;
  complete: boolean;
}

export interface CourseListProps {
  merchantId: string;
  lessons: readonly CourseLesson[];
}

/** The lessons of the course with what is done of each: read, quiz, practice. The first open one has the primary button. */
export function CourseList({ merchantId, lessons }: CourseListProps) {
  const { training } = useWords();
  const done = lessons.filter(({ complete }) => complete).length;
  const next = lessons.find(({ complete }) => !complete);
  return (
    <div className="stack">
      <p>
        <strong>{training.finished(done, lessons.length)}</strong>
      </p>
      <ol className="two-up course-list">
        {lessons.map((lesson, i) => (
          <li key={lesson.slug}>
            <LessonCard merchantId={merchantId} lesson={lesson} number={i + 1} isNext={lesson === next} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function LessonCard({
  merchantId,
  lesson,
  number,
  isNext,
}: {
  merchantId: string;
  lesson: CourseLesson;
  number: number;
  isNext: boolean;
}) {
  const { training } = useWords();
  const language = useLanguage();
  const { slug, minutes, kilobytes, isOpened, passed, isActDone } = lesson;
  return (
    <Card title={`${number}. ${training.lessonTitles[slug]}`} className="stack-tight">
      <p>{training.lessonLeads[slug]}</p>
      <p className="soft">{training.size(minutes, kilobytes)}</p>
      <p className="badges">
        <Badge tone={isOpened ? 'good' : 'plain'}>{isOpened ? training.read : training.notRead}</Badge>
        <Badge tone={passed ? 'good' : 'plain'}>{passed ? training.quizPassed : training.quizOpen}</Badge>
        <Badge tone={isActDone ? 'good' : 'plain'}>{isActDone ? training.actDone : training.actOpen}</Badge>
      </p>
      <form method="post" action={pathTo(`/belajar/${merchantId}/${slug}/buka`, language)}>
        <Button variant={isNext ? 'primary' : 'secondary'} icon="book">
          {isOpened ? training.again : training.open}
          <span className="sr-only">: {training.lessonTitles[slug]}</span>
        </Button>
      </form>
    </Card>
  );
}
