import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import type { ConsentStanding } from '~/domain/privacy/read-consents.server';
import { useLanguage, useWords } from '~/i18n';
import { consentText } from '~/i18n/consent-texts';
import { formatDate, formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';

/** One purpose: whether she agreed, to which words, since when, and the way to change her mind. */
export function ConsentCard({ purpose, subjectId, about, mayGive, given }: ConsentStanding) {
  const { identity, privacy } = useWords();
  const words = privacy.consents;
  const language = useLanguage();
  const show = (at: number) => formatDateTime(at, HOUSE_ZONE, language);
  /** A wording is named by the day it was written. */
  const dated = (version: string) => formatDate(version, HOUSE_ZONE, 'medium', language);
  const inForce = given.find(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <Card level={3} title={about ? `${words.purposes[purpose]}: ${about}` : words.purposes[purpose]}>
      <div className="stack-tight">
        <p>
          <Badge tone={inForce ? 'good' : 'plain'}>
            {inForce ? words.given : given.length > 0 ? words.withdrawn : words.notGiven}
          </Badge>
        </p>
        {/* What she would agree to now; what she did agree to is with each row. */}
        <p>{identity.consent[purpose]}</p>
        {inForce ? <p className="field-hint">{words.since(show(inForce.givenAt), dated(inForce.version))}</p> : null}
        {inForce || mayGive ? (
          <form method="post" action={pathTo('/privasi/persetujuan', language)}>
            <input type="hidden" name="purpose" value={purpose} />
            <input type="hidden" name="subject" value={subjectId} />
            <input type="hidden" name="consent" value={inForce ? 'no' : 'yes'} />
            <Button>{inForce ? words.withdraw : words.give}</Button>
          </form>
        ) : null}
        {given.length > 0 ? (
          <details>
            <summary>{words.history}</summary>
            <ul className="stack-tight">
              {given.map(({ givenAt, withdrawnAt, version, sha256 }) => (
                <li key={givenAt}>
                  {words.row(show(givenAt), withdrawnAt === null ? null : show(withdrawnAt))}
                  <br />
                  <span className="field-hint">{words.proof(dated(version), inGroups(sha256))}</span>
                  <AgreedText text={consentText(purpose, version, language)} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </Card>
  );
}

/** The very words of a giving, whatever is asked now. */
function AgreedText({ text }: { text: string | null }) {
  const words = useWords().privacy.consents;
  if (text === null) return null;
  return (
    <details>
      <summary>{words.readAgreed}</summary>
      <p>{text}</p>
    </details>
  );
}

/** A fingerprint that may break over lines on a narrow screen. */
function inGroups(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? hash;
}
