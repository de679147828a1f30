import { useWords } from '~/i18n';
import { ButtonLink } from './button';

/** Previous and next page of a list. `hrefOf` keeps the filters. */
export function Pager({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const { common } = useWords();
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={common.pages}>
      {page > 1 ? (
        <ButtonLink href={hrefOf(page - 1)} icon="back">
          {common.previousPage}
        </ButtonLink>
      ) : null}
      <span>{common.of(page, pages)}</span>
      {page < pages ? (
        <ButtonLink href={hrefOf(page + 1)} icon="next">
          {common.nextPage}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
