import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';

export interface PasskeyListProps {
  passkeys: readonly { passkeyId: string; name: string; madeAt: number; lastUsedAt: number | null }[];
  /** Browsers allow passkeys at this address. */
  isHere: boolean;
}

/** Her passkeys with when each was used last, and the ways to remove one or add another. */
export function PasskeyList({ passkeys, isHere }: PasskeyListProps) {
  const words = useWords().passkeys;
  const language = useLanguage();
  if (passkeys.length === 0 && !isHere) return null;
  const show = (at: number) => formatDateTime(at, HOUSE_ZONE, language);
  return (
    <Card title={words.title}>
      <div className="stack">
        {passkeys.length === 0 ? <p>{words.none}</p> : null}
        {passkeys.map(({ passkeyId, name, madeAt, lastUsedAt }) => (
          <section key={passkeyId} className="stack-tight">
            <h3>{name || words.unnamed}</h3>
            <DefinitionList
              items={[
                { term: words.lastUsed, value: lastUsedAt === null ? words.neverUsed : show(lastUsedAt) },
                { term: words.made, value: show(madeAt) },
              ]}
            />
            <form method="post" action={pathTo(`/akun/passkey/${passkeyId}/hapus`, language)}>
              <Button variant="danger" aria-label={`${words.remove}: ${name || words.unnamed}`}>
                {words.remove}
              </Button>
            </form>
          </section>
        ))}
        {passkeys.length > 0 ? <p className="soft">{words.removeHelp}</p> : null}
        {isHere ? (
          <p>
            <ButtonLink href={pathTo('/akun/passkey/baru', language)} icon="plus">
              {words.add}
            </ButtonLink>
          </p>
        ) : null}
      </div>
    </Card>
  );
}
