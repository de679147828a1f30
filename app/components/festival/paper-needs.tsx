import { Badge } from '~/components/ui/badge';
import { useWords } from '~/i18n';

/** The papers a festival asks for, each required or wished. */
export function PaperNeeds({ needs }: { needs: readonly { kind: string; required: 'yes' | 'no' }[] }) {
  const { call, documents, papers } = useWords().festivals;
  if (needs.length === 0) return <p>{call.papersNone}</p>;
  return (
    <ul className="plain-list">
      {needs.map(({ kind, required }) => (
        <li key={kind}>
          <span className="capital">{documents[kind]}</span>{' '}
          <Badge tone={required === 'yes' ? 'attention' : 'plain'} icon={required === 'yes' ? 'paper' : undefined}>
            {required === 'yes' ? papers.required : papers.wished}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
