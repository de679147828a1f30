import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { useLanguage, useWords } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';

interface OwnPages {
  /** Address of the paper, without language. */
  base: string;
  pages: readonly { fileId: string; addedAt: number }[];
  /** How often others than the reader were shown a page. */
  seenByOthers: number;
}

/** The pages an owner has given, each to look at or to take away, and who else looked. */
export function PaperPages({ base, pages, seenByOthers }: OwnPages) {
  const { papers: words } = useWords();
  const language = useLanguage();
  return (
    <Card title={words.pages}>
      <p>{pages.length > 0 ? words.pagesSafe : words.noPages}</p>
      <ul className="paper-list">
        {pages.map(({ fileId, addedAt }, index) => (
          <li key={fileId} className="paper-row">
            <span className="paper-body">
              <span className="paper-name">{words.page(index + 1)}</span>
              <span className="soft">{words.addedOn(formatDate(addedAt, HOUSE_ZONE, 'medium', language))}</span>
            </span>
            <ButtonLink href={pathTo(`${base}/halaman/${fileId}`, language)} icon="photo">
              {words.see(index + 1)}
            </ButtonLink>
            <form method="post" action={pathTo(`${base}/halaman/${fileId}/hapus`, language)}>
              <Button variant="quiet" icon="trash" aria-label={words.removeLabel(index + 1)}>
                {words.remove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <p>
        <a href={pathTo(`${base}/dilihat`, language)}>{words.whoSaw}</a>
        {'. '}
        <span className="soft">{words.whoSawCount(seenByOthers)}</span>
      </p>
    </Card>
  );
}
