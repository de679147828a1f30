import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

export interface CourseListProps {
  merchantId: string;
  lessons: readonly {
    slug: string;
    minutes: number;
    kilobytes: number;
    isOpened: boolean;
    passed: boolean;
    isActDone: boolean;
    complete: boolean;
  }[];
}

/** The lessons of the course with what is done of each: read, quiz, practice. */
export function CourseList({ merchantId, lessons }: CourseListProps) {
  const { training } = useWords();
  const language = useLanguage();
  return (
    <div className="stack">
      {lessons.map((lesson) => (
        <Card key={lesson.slug} title={training.lessonTitles[lesson.slug]} className="stack-tight">
          <p>{training.lessonLeads[lesson.slug]}</p>
          <p className="soft">{training.size(lesson.minutes, lesson.kilobytes)}</p>
          <p className="badges">
            <Badge tone={lesson.isOpened ? 'good' : 'plain'}>
              {lesson.isOpened ? training.read : training.notRead}
            </Badge>
            <Badge tone={lesson.passed ? 'good' : 'plain'}>
              {lesson.passed ? training.quizPassed : training.quizOpen}
            </Badge>
            <Badge tone={lesson.isActDone ? 'good' : 'plain'}>
              {lesson.isActDone ? training.actDone : training.actOpen}
            </Badge>
          </p>
          <form method="post" action={pathTo(`/belajar/${merchantId}/${lesson.slug}/buka`, language)}>
            <Button variant={lesson.complete ? 'secondary' : 'primary'} icon="book">
              {lesson.isOpened ? training.again : training.open}
            </Button>
          </form>
        </Card>
      ))}
      <p className="soft">{training.moreComing}</p>
    </div>
  );
}
