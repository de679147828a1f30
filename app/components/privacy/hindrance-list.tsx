import { useWords } from '~/i18n';
import type { NamedHindrance } from '~/shared/personal-data';

/** What has to end before an erasure, each with what to do first. */
export function HindranceList({ hindrances }: { hindrances: readonly NamedHindrance[] }) {
  const words: Record<NamedHindrance['code'], (hindrance: never) => string> = useWords().privacy.hindrances;
  return (
    <ul className="stack-tight">
      {hindrances.map((hindrance) => {
        const text = words[hindrance.code](hindrance as never);
        return <li key={text}>{text}</li>;
      })}
    </ul>
  );
}
