import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';

/** `opensAt`: the festival has not begun; its board is used from then on. */
export interface StallWithBoard {
  id: string;
  name: string;
  slug: string;
  booth: number;
  zone: string;
  opensAt: number | null;
}

export interface BoardCardProps {
  board: StallWithBoard;
  /** Something else on the page comes first. */
  quiet: boolean;
}

/** A stall and the way to its board. */
export function BoardCard({ board, quiet }: BoardCardProps) {
  const { home } = useWords().merchants;
  const language = useLanguage();
  const { id, name, slug, booth, zone, opensAt } = board;
  return (
    <Card title={home.boardOf(name, booth)}>
      {opensAt === null ? (
        <ButtonLink variant={quiet ? 'secondary' : 'primary'} icon="stall" wide href={pathTo(`/papan/${id}`, language)}>
          {home.openBoard}
        </ButtonLink>
      ) : (
        <>
          <p>{home.boardOpens(formatDateTime(opensAt, zone, language))}</p>
          <a href={pathTo(`/festival/${slug}`, language)}>{home.seeFestival}</a>
        </>
      )}
    </Card>
  );
}
