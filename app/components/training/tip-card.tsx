import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import type { ShownTip } from '~/domain/training/read-tips.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

export interface TipCardProps {
  merchantId: string;
  tip: ShownTip;
  /** Today's, on the home page; the library has its own heading. */
  isOfToday?: boolean;
}

/** A tip: closed until it is tapped, since only a tap is counted; then its two sentences and the lesson behind it. */
export function TipCard({ merchantId, tip, isOfToday }: TipCardProps) {
  const { training } = useWords();
  const language = useLanguage();
  const base = `/belajar/${merchantId}`;
  const title = tip.title[language];
  return (
    <Card title={isOfToday ? training.tipOfDay(title) : title} id={tip.slug} className="stack-tight">
      {tip.isOpened ? (
        <>
          <p>{tip.text[language]}</p>
          <p>
            <a href={pathTo(`${base}/${tip.lesson}`, language)}>
              {training.tipLesson(training.lessonTitles[tip.lesson] ?? '')}
            </a>
          </p>
        </>
      ) : (
        <form method="post" action={pathTo(`${base}/tips/${tip.slug}/buka`, language)}>
          <Button icon="info">
            {training.openTip}
            <span className="sr-only">: {title}</span>
          </Button>
        </form>
      )}
      <p className="soft">{training.tipCount(tip.businesses)}</p>
      {isOfToday ? <a href={pathTo(`${base}/tips`, language)}>{training.allTips}</a> : null}
    </Card>
  );
}
