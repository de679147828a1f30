import { Badge, type BadgeTone } from '~/components/ui/badge';
import { ProgressBar } from '~/components/ui/progress-bar';
import { DOCUMENT_KINDS } from '~/domain/merchants/merchants';
import { useLanguage, useWords } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { pathTo } from '~/shared/paths';

interface Declared {
  kind: string;
  answer: string;
  validUntil: string | null;
  /** How many pages she has given. */
  pages: number;
  /** A verifier found that it fits, as it stands now. */
  isChecked: boolean;
}

const TONES: Record<string, BadgeTone> = {
  have: 'good',
  in_process: 'attention',
  none_yet: 'plain',
  not_needed: 'plain',
  not_halal: 'plain',
};

/** The eight papers, each with the answer given and the way to it; none of them blocks anything. */
export function DocumentList({
  merchantId,
  documents,
  today,
}: {
  merchantId: string;
  documents: readonly Declared[];
  today: string;
}) {
  const { merchants } = useWords();
  const words = merchants.documents;
  const language = useLanguage();
  return (
    <div className="stack">
      <ProgressBar
        value={documents.length}
        max={DOCUMENT_KINDS.length}
        label={words.answered(documents.length, DOCUMENT_KINDS.length)}
      />
      <ul className="own-list">
        {DOCUMENT_KINDS.map((kind) => {
          const declared = documents.find((each) => each.kind === kind);
          return (
            <li key={kind} className="own-row">
              <span className="own-body">
                <a className="cover-link own-name" href={pathTo(`/usaha/${merchantId}/dokumen/${kind}`, language)}>
                  {merchants.documentKinds[kind]}
                </a>
                <Until date={declared?.validUntil ?? null} today={today} />
                {declared && declared.pages > 0 ? (
                  <span className="soft">
                    {[words.pages(declared.pages), declared.isChecked && words.checked].filter(Boolean).join(', ')}
                  </span>
                ) : null}
              </span>
              <Badge tone={declared ? TONES[declared.answer] : 'info'}>
                {declared ? words.answers[declared.answer] : words.unanswered}
              </Badge>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Until({ date, today }: { date: string | null; today: string }) {
  const words = useWords().merchants.documents;
  const language = useLanguage();
  if (!date) return null;
  const shown = formatDate(date, 'Asia/Jakarta', 'medium', language);
  return date < today ? (
    <Badge tone="problem">{words.ended(shown)}</Badge>
  ) : (
    <span className="soft">{words.until(shown)}</span>
  );
}
