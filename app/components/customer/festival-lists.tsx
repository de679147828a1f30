import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Pager } from '~/components/ui/pager';
import { MERCHANT_CATEGORIES } from '~/domain/merchants/merchants';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { DishFilterForm, type DishFilters } from './dish-filters';
import { DishRows } from './dish-row';
import { filterQuery } from './read-filters';
import { StallCard } from './stall-card';
import type { FestivalView, FoundDishView, StallCardView } from './views';

export interface ListProps {
  festival: FestivalView;
  stalls: StallCardView[];
  /** Most sold first; or, under filters, what matches. */
  dishes: FoundDishView[];
  filters: DishFilters;
  /** Only stalls that sell this; null = every kind. */
  category: string | null;
  allergens: readonly string[];
  page: number;
  /** null = not the last page of a list that nobody counts to its end. */
  pages: number | null;
  /** Stalls, or dishes under filters, on all pages. */
  total: number;
  /** There are more than are counted. */
  more: boolean;
}

/** A festival's stalls, a page at a time, those that are open first. */
export function StallList({ festival, stalls, filters, category, allergens, page, pages, total, more }: ListProps) {
  const words = useWords().customer.festival;
  const here = pathTo(`/festival/${festival.slug}`, useLanguage());
  const kind = category ? `jenis=${category}&` : '';
  const countWords = more ? words.stallCountMore : words.stallCount;
  return (
    <section className="section" id="lapak">
      <div className="section-head">
        <h2 data-found="">{total > 0 ? countWords(total) : words.stalls}</h2>
        <DishFilterForm filters={filters} allergens={allergens} action={here} />
      </div>
      {pages !== 1 || category ? <KindLinks here={here} category={category} /> : null}
      {stalls.length > 0 ? (
        <ul className="stall-list">
          {stalls.map((stall) => (
            <StallCard key={stall.participationId} stall={stall} festivalSlug={festival.slug} zone={festival.zone} />
          ))}
        </ul>
      ) : (
        <EmptyState
          seed={festival.id}
          text={category ? words.noStallOfKind : words.noStalls}
          action={category ? <ButtonLink href={`${here}#lapak`}>{words.allStalls}</ButtonLink> : null}
        />
      )}
      <Pager page={page} pages={pages} next={words.moreStalls} hrefOf={(to) => `${here}?${kind}hal=${to}#lapak`} />
    </section>
  );
}

/** What stalls sell, as links: with two hundred of them nobody reads them all. */
function KindLinks({ here, category }: { here: string; category: string | null }) {
  const { customer, merchants } = useWords();
  const kinds = [null, ...MERCHANT_CATEGORIES];
  return (
    <nav className="kind-links" aria-label={customer.festival.kinds}>
      {kinds.map((kind) => (
        <a
          key={kind ?? 'all'}
          className="kind-link"
          href={kind ? `${here}?jenis=${kind}#lapak` : `${here}#lapak`}
          aria-current={kind === category ? 'true' : undefined}
        >
          {kind ? merchants.categories[kind] : customer.festival.everyKind}
        </a>
      ))}
    </nav>
  );
}

/** Dishes that pass the filters, across all stalls. */
export function FoundDishes({ festival, dishes, filters, allergens, page, pages, total, more }: ListProps) {
  const { festival: words, search } = useWords().customer;
  const here = pathTo(`/festival/${festival.slug}`, useLanguage());
  const query = new URLSearchParams(filterQuery(filters));
  return (
    <section className="section" id="menu">
      <div className="section-head">
        <h2 data-found="">{more ? search.foundMore(total) : search.found(total)}</h2>
        <DishFilterForm filters={filters} allergens={allergens} action={here} />
      </div>
      {dishes.length > 0 ? (
        <DishRows dishes={dishes} festival={festival} />
      ) : (
        <EmptyState
          seed={festival.id}
          text={words.noMatch}
          action={<ButtonLink href={here}>{words.showAll}</ButtonLink>}
        />
      )}
      <Pager page={page} pages={pages} next={search.moreDishes} hrefOf={(to) => `${here}?${query}&hal=${to}#menu`} />
    </section>
  );
}
