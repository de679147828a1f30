import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import type { SectionDecided, SectionUnderReview } from '~/domain/merchants/read-sections.server';
import { RETURN_REASONS, VOUCHED } from '~/domain/merchants/section';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { ComparedLines } from './compared-lines';
import { DecisionForms } from './decision-forms';
import { PaperPhotos } from './paper-photos';
import { ReviewKeys } from './review-keys';

export interface SectionViewProps {
  section: SectionUnderReview;
  /** Where the next one stands; null when nothing else waits. */
  next: string | null;
  failed?: { errors: FieldErrors; typed: Record<string, string> };
}

/** One section under review: what she declares, what has changed since the last decision, and the two ways to decide. */
export function SectionView({ section, next, failed }: SectionViewProps) {
  const { review } = useWords();
  const language = useLanguage();
  const { keys, section: words } = review;
  const { lines, last, decided, revision } = section;
  const changes = lines.filter(({ isChanged }) => isChanged).length;
  const base = pathTo(`/operator/periksa/${section.merchantId}/${section.section}`, language);
  return (
    <ReviewKeys
      shortcuts={[
        ...(decided
          ? []
          : [
              { keys: ['L'], does: keys.pass },
              { keys: ['K'], does: keys.giveBack },
            ]),
        { keys: ['J'], does: keys.next },
        { keys: ['A'], does: keys.back },
      ]}
    >
      {decided ? <Decided decided={decided} title={words.alreadyDecided} /> : null}
      {last ? <Decided decided={last} title={words.last} /> : null}
      <div className="panes">
        <div className="stack">
          <Card title={words.declared}>
            {last ? <p>{words.changes(changes)}</p> : null}
            <ComparedLines lines={lines} hasBefore={last !== null} />
          </Card>
          <PaperPhotos merchantId={section.merchantId} photos={section.photos} />
        </div>
        <div className="stack pane-stays">
          {decided ? null : (
            <DecisionForms
              passAction={`${base}/lolos`}
              revision={revision}
              reasons={RETURN_REASONS[section.section].map(({ reason }) => ({
                value: reason,
                label: review.reasons[reason] ?? reason,
              }))}
              words={words}
              failed={failed}
            />
          )}
          <ReviewWays next={next} />
        </div>
      </div>
    </ReviewKeys>
  );
}

/** On to the next, or back to the queue. */
export function ReviewWays({ next }: { next: string | null }) {
  const words = useWords().review.section;
  const language = useLanguage();
  return (
    <div className="ways">
      {next ? (
        <span data-key="j">
          <ButtonLink href={pathTo(next, language)} icon="next">
            {words.next}
          </ButtonLink>
        </span>
      ) : null}
      <span data-key="a">
        <ButtonLink variant="quiet" href={pathTo('/operator/periksa', language)}>
          {words.back}
        </ButtonLink>
      </span>
    </div>
  );
}

function Decided({ decided, title }: { decided: SectionDecided; title: string }) {
  const { review } = useWords();
  const words = review.section;
  const language = useLanguage();
  const { outcome, by, at, reason, fix } = decided;
  const who = by ?? (reason === VOUCHED ? words.importer : words.somebody);
  return (
    <Notice tone={outcome === 'passed' ? 'good' : 'attention'} title={title}>
      <p>{words.decidedAs(review.states[outcome] ?? outcome, who, formatDateTime(at, HOUSE_ZONE, language))}</p>
      {reason ? (
        <p>
          {words.reason}: {review.reasons[reason] ?? reason}
        </p>
      ) : null}
      {fix ? (
        <p>
          {words.fix}: {fix}
        </p>
      ) : null}
    </Notice>
  );
}
