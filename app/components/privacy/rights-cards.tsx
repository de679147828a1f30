import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** What she may ask for: a copy, a restriction, erasure. Correction stands beside the data itself. */
export function RightsCards({ restricted }: { restricted: boolean }) {
  const words = useWords().privacy.rights;
  const language = useLanguage();
  return (
    <div className="stack">
      <h2>{words.title}</h2>
      <p>{words.clock}</p>
      <Card level={3} title={words.export}>
        <form method="post" action={pathTo('/privasi/salinan', language)} className="stack-tight">
          <p>{words.exportText}</p>
          <Button variant="primary">{words.exportAct}</Button>
        </form>
      </Card>
      <Card level={3} title={words.restrict}>
        {restricted ? (
          <form method="post" action={pathTo('/privasi/pembatasan/cabut', language)} className="stack-tight">
            <Notice>{words.restricted}</Notice>
            <Button>{words.lift}</Button>
          </form>
        ) : (
          <form method="post" action={pathTo('/privasi/pembatasan', language)} className="stack-tight">
            <p>{words.restrictText}</p>
            <Button>{words.restrictAct}</Button>
          </form>
        )}
      </Card>
      <Card level={3} title={words.erase}>
        <div className="stack-tight">
          <p>{words.eraseText}</p>
          <ButtonLink href={pathTo('/privasi/hapus', language)}>{words.eraseAct}</ButtonLink>
        </div>
      </Card>
    </div>
  );
}
