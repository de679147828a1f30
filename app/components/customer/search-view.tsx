import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Pager } from '~/components/ui/pager';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { BasketBar } from './basket-bar';
import { DishFilterForm, type DishFilters } from './dish-filters';
import { DishRows } from './dish-row';
import { FoundList } from './found-list';
import { filterQuery } from './read-filters';
import { SearchBox } from './search-box';
import type { FestivalView, FoundDishView } from './views';

export interface SearchPageProps {
  festival: FestivalView | null;
  words: string;
  dishes: FoundDishView[];
  filters: DishFilters;
  allergens: readonly string[];
  page: number;
  pages: number;
  /** Dishes on all pages. */
  total: number;
  /** There are more than are ever listed. */
  more: boolean;
}

/** Dishes by their words, across the stalls of a festival. */
export function SearchPage({ festival, words, dishes, filters, allergens, page, pages, total, more }: SearchPageProps) {
  const { customer } = useWords();
  const language = useLanguage();
  const here = pathTo('/cari', language);
  if (!festival) {
    return (
      <PublicPage title={customer.search.title}>
        <EmptyState
          seed="cari"
          text={customer.search.noFestival}
          action={<ButtonLink href={pathTo('/', language)}>{customer.basket.emptyAction}</ButtonLink>}
        />
      </PublicPage>
    );
  }
  const all = pathTo(`/festival/${festival.slug}`, language);
  const foundWords = more ? customer.search.foundMore(total) : customer.search.found(total);
  const query = new URLSearchParams([['festival', festival.slug], ['kata', words], ...filterQuery(filters)]);
  return (
    <PublicPage
      title={words ? customer.search.titleFor(words) : customer.search.title}
      lead={festival.name}
      back={{ href: all, label: festival.name }}
      width="wide"
      bottom={festival.state === 'running' ? <BasketBar /> : null}
    >
      <div className="stack">
        <SearchBox action={here} festivalSlug={festival.slug} label={customer.search.label} words={words} />
        <FoundList stack>
          <div className="section-head">
            <h2 data-found="">{words || total > 0 ? foundWords : customer.search.start}</h2>
            <DishFilterForm
              filters={filters}
              allergens={allergens}
              action={here}
              hidden={{ festival: festival.slug, kata: words }}
            />
          </div>
          {dishes.length > 0 ? (
            <DishRows dishes={dishes} festival={festival} />
          ) : words ? (
            <EmptyState
              seed={words}
              text={customer.search.none(words, festival.name)}
              action={<ButtonLink href={all}>{customer.festival.showAll}</ButtonLink>}
            />
          ) : null}
          <Pager
            page={page}
            pages={pages}
            next={customer.search.moreDishes}
            hrefOf={(to) => `${here}?${query}&hal=${to}`}
          />
        </FoundList>
      </div>
    </PublicPage>
  );
}
