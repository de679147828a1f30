import { useWords } from '~/i18n';
import { ButtonLink } from './button';

export interface PagerProps {
  page: number;
  /** null = there is a next page, and nobody knows how many. */
  pages: number | null;
  /** Keeps the filters. */
  hrefOf: (page: number) => string;
  /** What comes next, in the words of the list. */
  next?: string;
}

/** Previous and next page of a list. */
export function Pager({ page, pages, hrefOf, next }: PagerProps) {
  const { common } = useWords();
  if (pages !== null && pages <= 1) return null;
  return (
    <nav className="pager" aria-label={common.pages}>
      {page > 1 ? (
        <ButtonLink href={hrefOf(page - 1)} icon="back">
          {common.previousPage}
        </ButtonLink>
      ) : null}
      <span>{pages === null ? common.page(page) : common.of(page, pages)}</span>
      {pages === null || page < pages ? (
        <ButtonLink href={hrefOf(page + 1)} icon="next">
          {next ?? common.nextPage}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
