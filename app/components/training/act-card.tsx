import { Badge } from '~/components/ui/badge';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import type { ActGap, LessonAct } from '~/domain/training/acts';
import type { LessonSlug } from '~/domain/training/training';
import { useLanguage, useWords } from '~/i18n';
import { formatMonth } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { ACT_HOME, placeOfGap } from './act-places';

export interface ActCardProps {
  merchantId: string;
  lesson: LessonSlug;
  act: LessonAct;
}

/** The practice in the merchant's own shop: done, or what keeps it open, each with the way there. */
export function ActCard({ merchantId, lesson, act }: ActCardProps) {
  const { training } = useWords();
  const language = useLanguage();
  const home = ACT_HOME[lesson];
  return (
    <Card title={training.actTitle} id="praktik-anda" className="stack-tight">
      <p>{training.actTexts[lesson]}</p>
      <p className="soft">{training.actChecked}</p>
      {act.done ? (
        <p>
          <Badge tone="good">{training.actDone}</Badge> {training.actOpensAgain}
        </p>
      ) : (
        <ul className="act-gaps">
          {act.gaps.map((gap) => (
            <GapLine key={`${gap.need} ${gap.dish?.id ?? gap.about ?? ''}`} merchantId={merchantId} gap={gap} />
          ))}
        </ul>
      )}
      <ButtonLink
        variant={act.done ? 'secondary' : 'primary'}
        href={pathTo(`/usaha/${merchantId}${home.path}`, language)}
      >
        {training.goTo[home.word]}
      </ButtonLink>
    </Card>
  );
}

function GapLine({ merchantId, gap }: { merchantId: string; gap: ActGap }) {
  const { training, festivals } = useWords();
  const language = useLanguage();
  const { need, dish, about = '', count = 0 } = gap;
  const named = need === 'outside_sales' ? formatMonth(about, language) : (festivals.documents[about] ?? about);
  return (
    <li>
      {training.actNeeds[need]({ dish: dish?.name ?? '', about: named, count })}{' '}
      <a href={pathTo(placeOfGap(merchantId, gap), language)}>{training.fix}</a>
    </li>
  );
}
