import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** For who is not signed in: what is kept and which rights everybody has. */
export function PrivacyNotice() {
  const words = useWords().privacy.signedOut;
  const language = useLanguage();
  return (
    <Card title={words.what}>
      <div className="stack-tight">
        <ul className="stack-tight">
          {words.kept.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{words.why}</p>
        <p>{words.rights}</p>
        <ButtonLink variant="primary" href={pathTo(`/masuk?lanjut=${pathTo('/privasi', language)}`, language)}>
          {words.signIn}
        </ButtonLink>
      </div>
    </Card>
  );
}
