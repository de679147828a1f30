import { Badge } from '~/components/ui/badge';
import { type Column, DataTable } from '~/components/ui/data-table';
import type { Applicant } from '~/domain/festivals/read-applicants.server';
import { useLanguage, useWords } from '~/i18n';
import { missingWords } from '~/i18n/festival-sentences';
import { formatDate } from '~/i18n/format';
import { regionName } from '~/shared/regions';
import { DecisionBadge } from './decision-words';
import { TrainingCounted } from './training-rule';

/** Applicants with what each still lacks. */
export function ApplicantTable({
  applicants,
  found,
  base,
  zone,
}: {
  /** Those of the page. */
  applicants: readonly Applicant[];
  /** How many there are on all pages. */
  found: number;
  base: string;
  zone: string;
}) {
  const { festivals } = useWords();
  const words = festivals.applicants;
  const language = useLanguage();
  const columns: Column<Applicant>[] = [
    {
      key: 'merchant',
      header: words.merchant,
      kind: 'title',
      cell: (one) => (
        <>
          <a href={`${base}/${one.applicationId}`}>{one.stallName}</a>
          <span className="cell-note">{regionName(one.regionCode)}</span>
        </>
      ),
    },
    {
      key: 'sells',
      header: words.sells,
      cell: (one) => [one.dish, festivals.categories[one.category ?? '']].filter(Boolean).join(' · '),
    },
    {
      key: 'missing',
      header: words.missing,
      cell: (one) =>
        one.missing.length === 0 ? (
          <Badge tone="good">{words.nothingMissing}</Badge>
        ) : (
          missingWords(one.missing, language).join('; ')
        ),
    },
    ...(applicants.some(({ training }) => training !== null)
      ? [
          {
            key: 'training',
            header: festivals.trainingRule.column,
            cell: (one: Applicant) => (one.training ? <TrainingCounted standing={one.training} /> : ''),
          },
        ]
      : []),
    { key: 'decision', header: words.decision, cell: (one) => <DecisionBadge decision={one.decision} /> },
    {
      key: 'sent',
      header: words.sentAt,
      kind: 'short',
      cell: (one) => (one.submittedAt === null ? '' : formatDate(one.submittedAt, zone, 'short', language)),
    },
  ];
  return (
    <DataTable
      caption={words.caption(found)}
      columns={columns}
      rows={applicants}
      rowKey={({ applicationId }) => applicationId}
    />
  );
}
