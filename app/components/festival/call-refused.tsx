import { OrganiserPage } from '~/components/layout/organiser-page';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { Refused } from './refused';

/** Only seen when opening or closing a call was refused: what stands in the way is changed on the edit page. */
export function CallRefused({
  organisation,
  festival,
  refusal,
}: {
  organisation: { id: string; name: string };
  festival: { id: string; name: string };
  refusal?: { text: string } | null;
}) {
  const { common, festivals } = useWords();
  const href = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  return (
    <OrganiserPage title={festival.name} organisation={organisation} festival={festival} current="overview">
      <Refused refusal={refusal} back={{ href: `${href}/ubah`, label: festivals.page.edit }} />
      <p>
        <a href={href}>{common.backTo(festival.name)}</a>
      </p>
    </OrganiserPage>
  );
}
