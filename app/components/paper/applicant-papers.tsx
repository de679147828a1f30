import { Card } from '~/components/ui/card';
import type { ApplicantPaper } from '~/domain/festivals/read-applicant-papers.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDate, formatDateRange } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { PaperChecks } from './paper-checks';
import { FestivalStanding } from './paper-facts';

interface Papers {
  papers: readonly ApplicantPaper[];
  /** First and last day of the festival. */
  days: { from: string; to: string };
  /** Address of the applicant, without language; null for who may not open papers. */
  base: string | null;
}

/** The papers a call asks for, each judged on the festival's days, with who checked it. */
export function ApplicantPapers({ papers, days, base }: Papers) {
  const { merchants, papers: words } = useWords();
  const language = useLanguage();
  const shown = (day: string) => formatDate(day, HOUSE_ZONE, 'medium', language);
  if (papers.length === 0) return <Card title={words.applicantTitle}>{words.applicantNone}</Card>;
  return (
    <Card title={words.applicantTitle}>
      <p className="soft">{words.applicantLead(formatDateRange(days.from, days.to, language))}</p>
      <ul className="paper-list">
        {papers.map(({ kind, required, standing, validUntil, pages, opens, checks }) => (
          <li key={kind}>
            <div className="paper-row">
              <span className="paper-body">
                <span className="paper-name">
                  {merchants.documentKinds[kind]} ({words.needed[required]})
                </span>
                <span className="soft capital">
                  {validUntil ? `${merchants.documents.until(shown(validUntil))} · ` : ''}
                  {words.pageCount(pages)}
                  {checks.length === 0 ? `, ${words.unchecked}` : ''}
                </span>
              </span>
              <FestivalStanding standing={standing} />
              {opens && base ? (
                <a href={pathTo(`${base}/dokumen/${kind}`, language)}>
                  {words.open} <span className="sr-only">{merchants.documentKinds[kind]}</span>
                </a>
              ) : null}
            </div>
            {checks.length > 0 ? <PaperChecks checks={checks} empty={words.unchecked} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
