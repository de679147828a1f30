import { DocumentForm } from '~/components/merchant/document-form';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import type { DocumentKind } from '~/domain/merchants/merchants';
import { PAPER_PAGES_MAX, type PaperField } from '~/domain/merchants/paper';
import type { Paper } from '~/domain/merchants/read-paper.server';
import { useLanguage, useWords } from '~/i18n';
import { type FieldErrors, fieldErrorText } from '~/i18n/field-errors';
import { formatDate } from '~/i18n/format';
import { regionName } from '~/shared/regions';
import { HOUSE_ZONE } from '~/shared/time';
import { PaperChecks } from './paper-checks';
import { PaperPages } from './paper-pages';

export interface OwnPaperViewProps {
  /** Address of the paper, without language. */
  base: string;
  kind: DocumentKind;
  regionCode: string;
  paper: Paper | null;
  number: string | null;
  /** What is odd about the number or the dates kept. */
  warnings: readonly ({ code: string } & Record<string, string | number>)[];
  asks: readonly PaperField[];
  seenByOthers: number;
  halalDuty: { since: string; source: string } | null;
  news: string | null;
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
}

/** A paper as its owner sees it: what she says, its pages, who checked it, and how to get one. */
export function OwnPaperView({ base, kind, paper, warnings, news, failed, ...rest }: OwnPaperViewProps) {
  const { merchants, papers: words } = useWords();
  const language = useLanguage();
  const pages = paper?.pages ?? [];
  const wantsHelp = news === 'belum' && !failed;
  const help = <PaperHelp kind={kind} regionCode={rest.regionCode} halalDuty={rest.halalDuty} />;
  return (
    <div className="stack">
      <RefusalNotice refusal={failed?.refusal} />
      {failed && !failed.refusal && pages.length > 0 ? <Notice tone="good">{words.pagesKept}</Notice> : null}
      {!failed && news === 'simpan' ? <Notice tone="good">{words.saved}</Notice> : null}
      {wantsHelp ? <Notice tone="good">{words.noneYet}</Notice> : null}
      {wantsHelp ? help : null}
      {warnings.length > 0 && !failed ? (
        <Notice tone="attention" title={merchants.documents.checkTitle}>
          {warnings.map(({ code, ...data }) => (
            <p key={code}>{fieldErrorText({ code, data }, language)}</p>
          ))}
        </Notice>
      ) : null}
      <div className="panes">
        <DocumentForm
          kind={kind}
          declared={paper}
          number={rest.number}
          asks={rest.asks}
          room={PAPER_PAGES_MAX - pages.length}
          failed={failed}
        />
        <div className="stack">
          {paper ? <PaperPages base={base} pages={pages} seenByOthers={rest.seenByOthers} /> : null}
          {paper?.answer === 'have' ? (
            <Card title={words.checks}>
              <PaperChecks checks={paper.checks} empty={words.checkNone} />
            </Card>
          ) : null}
          {wantsHelp ? null : help}
        </div>
      </div>
    </div>
  );
}

/** How to get it where this business is. */
function PaperHelp({ kind, regionCode, halalDuty }: Pick<OwnPaperViewProps, 'kind' | 'regionCode' | 'halalDuty'>) {
  const { merchants, papers: words } = useWords();
  const language = useLanguage();
  return (
    <Card id="cara" title={words.howTitle(merchants.documentKinds[kind] ?? kind)}>
      <p>{words.how[kind]?.(regionName(regionCode))}</p>
      {halalDuty ? (
        <p>{words.halalDuty(formatDate(halalDuty.since, HOUSE_ZONE, 'medium', language), halalDuty.source)}</p>
      ) : null}
    </Card>
  );
}
