import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { ButtonLink } from '~/components/ui/button';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** Only seen when a move was refused: the board itself has moved on. */
export function MoveRefused({
  organisation,
  festival,
  refusal,
}: {
  organisation: { id: string; name: string };
  festival: { id: string; name: string };
  refusal?: { text: string } | null;
}) {
  const { compose } = useWords().festivals;
  const href = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}/susun`, useLanguage());
  return (
    <OrganiserPage title={compose.title} organisation={organisation} festival={festival} current="compose">
      <div className="stack">
        <Refused refusal={refusal} />
        <ButtonLink href={href} variant="primary">
          {compose.title}
        </ButtonLink>
      </div>
    </OrganiserPage>
  );
}
