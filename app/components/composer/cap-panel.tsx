import { Badge } from '~/components/ui/badge';
import { Notice } from '~/components/ui/notice';
import type { CapCount } from '~/domain/festivals/caps';
import { useLanguage, useWords } from '~/i18n';
import { capGroup, capSentence } from '~/i18n/festival-sentences';

/** Broken quotas in words first; then every quota with its count. Groups of one are left out: they say nothing yet. */
export function CapPanel({ caps }: { caps: readonly CapCount[] }) {
  const { compose, caps: words } = useWords().festivals;
  const language = useLanguage();
  const broken = caps.filter(({ standing }) => standing === 'broken');
  const telling = caps.filter(
    ({ kind, value, count, standing }) =>
      standing === 'broken' || value !== '' || kind === 'total' || kind === 'halal_share' || count > 1,
  );
  return (
    <section className="cap-panel" aria-label={compose.caps} aria-live="polite">
      {broken.length > 0 ? (
        <Notice tone="problem" title={compose.capsBroken(broken.length)}>
          <ul>
            {broken.map((cap) => (
              <li key={`${cap.kind} ${cap.value} ${cap.group}`}>{capSentence(cap, language)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <ul className="cap-meters">
        {telling.map((cap) => (
          <li key={`${cap.kind} ${cap.value} ${cap.group}`} className={`cap-meter cap-${cap.standing}`}>
            <span>
              {words.kinds[cap.kind]}
              {cap.group === '' ? '' : ` ${capGroup(cap, language)}`}
            </span>
            <strong>
              {cap.kind === 'halal_share' ? words.share(cap.count, cap.limit) : words.count(cap.count, cap.limit)}
            </strong>
            {cap.standing === 'kept' ? null : (
              <Badge tone={cap.standing === 'broken' ? 'problem' : 'attention'}>
                {cap.standing === 'broken' && cap.kind === 'halal_share'
                  ? words.shareBroken
                  : words.standing[cap.standing]}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
