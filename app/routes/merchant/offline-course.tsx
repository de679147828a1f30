import { Shell } from '~/components/layout/shell';
import { UnsentEvents } from '~/components/training/unsent-events';
import { Card } from '~/components/ui/card';
import { PageHeading } from '~/components/ui/page-heading';
import { LESSONS } from '~/domain/training/training';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).offlineCourse.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** Holds nothing of anybody, so that a phone may keep it: whose course it is stands in the address it is shown at. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRight(args, 'public');
  return null;
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'public, no-cache' });

export default function OfflineCourse() {
  const { training, offlineCourse } = useWords();
  const language = useLanguage();
  return (
    <Shell width="narrow">
      <PageHeading title={offlineCourse.title} lead={offlineCourse.lead} />
      <UnsentEvents />
      <offline-course class="stack">
        {LESSONS.map(({ slug }) => (
          <Card key={slug} title={training.lessonTitles[slug]} className="stack-tight">
            <p>{training.lessonLeads[slug]}</p>
            <p>
              <a
                className="button button-secondary"
                href={pathTo(`/belajar-luring/${slug}`, language)}
                data-lesson={slug}
                aria-label={`${offlineCourse.read}: ${training.lessonTitles[slug]}`}
              >
                {offlineCourse.read}
              </a>
            </p>
          </Card>
        ))}
      </offline-course>
    </Shell>
  );
}
