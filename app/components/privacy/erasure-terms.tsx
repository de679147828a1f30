import { Card } from '~/components/ui/card';
import { useWords } from '~/i18n';

/** What an erasure takes away, what stays under a number, and by which law. */
export function ErasureTerms({ businesses }: { businesses: readonly string[] }) {
  const words = useWords().privacy.erasure;
  return (
    <>
      <Card title={words.goes}>
        <div className="stack-tight">
          <Lines lines={words.goesList} />
          {businesses.length > 0 ? <p>{`${words.businesses}: ${businesses.join(', ')}.`}</p> : null}
        </div>
      </Card>
      <Card title={words.stays}>
        <div className="stack-tight">
          <Lines lines={words.staysList} />
          <p>{words.backups}</p>
        </div>
      </Card>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="stack-tight">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
