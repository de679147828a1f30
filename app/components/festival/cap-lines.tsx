import type { Cap } from '~/domain/festivals/caps';
import { useLanguage, useWords } from '~/i18n';
import { capGroup } from '~/i18n/festival-sentences';

/** Quotas as rules: "Menu andalan: paling banyak 3". */
export function CapRules({ caps }: { caps: readonly Cap[] }) {
  const words = useWords().festivals.caps;
  const language = useLanguage();
  return (
    <ul className="rules">
      {caps.map((cap) => (
        <li key={`${cap.kind} ${cap.value}`}>
          {words.kinds[cap.kind]}
          {cap.value === '' ? '' : ` ${capGroup({ kind: cap.kind, group: cap.value }, language)}`}:{' '}
          <strong>{cap.kind === 'halal_share' ? words.atLeast(cap.limit) : words.atMost(cap.limit)}</strong>
        </li>
      ))}
    </ul>
  );
}
