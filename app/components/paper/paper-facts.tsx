import { Badge, type BadgeTone } from '~/components/ui/badge';
import { DefinitionList } from '~/components/ui/definition-list';
import { useLanguage, useWords } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';

const TONES: Record<string, BadgeTone> = { valid: 'good', ends_before: 'problem', in_process: 'attention' };

/** Whether a paper holds on a festival's days. */
export function FestivalStanding({ standing }: { standing: string }) {
  return <Badge tone={TONES[standing] ?? 'plain'}>{useWords().papers.onFestival[standing]}</Badge>;
}

/** What the owner says is printed on it, for whoever compares. The number is not here. */
export function PaperFacts({
  paper,
}: {
  paper: {
    issuedOn: string | null;
    validUntil: string | null;
    edition: string | null;
    source: string;
    declaredAt: number;
  };
}) {
  const { papers: words } = useWords();
  const language = useLanguage();
  const shown = (day: string | number) => formatDate(day, HOUSE_ZONE, 'medium', language);
  return (
    <>
      <DefinitionList
        items={[
          { term: words.issuedOn, value: paper.issuedOn ? shown(paper.issuedOn) : '–' },
          { term: words.validUntil, value: paper.validUntil ? shown(paper.validUntil) : '–' },
          paper.edition !== null && { term: words.edition, value: words.editionOf(paper.edition) },
        ]}
      />
      <p className="soft">{words.declaredOn(shown(paper.declaredAt), words.source[paper.source] ?? paper.source)}</p>
    </>
  );
}
