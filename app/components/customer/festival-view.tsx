import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { BasketBar } from './basket-bar';
import { countFilters, DishFilterForm, type DishFilters } from './dish-filters';
import { DishRow } from './dish-row';
import { FestivalHero } from './festival-hero';
import { StallCard } from './stall-card';
import type { FestivalView as Festival, FoundDishView, StallCardView } from './views';

export interface FestivalPageProps {
  festival: Festival;
  /** "Buka sampai 22.00 WIB" and the like. */
  today: string | null;
  stalls: StallCardView[];
  /** Most sold first; or, under filters, what matches. */
  dishes: FoundDishView[];
  filters: DishFilters;
  allergens: readonly string[];
}

const NOTES: Record<string, 'postponed' | 'cancelled' | 'finished' | 'notRunning'> = {
  postponed: 'postponed',
  cancelled: 'cancelled',
  finished: 'finished',
  published: 'notRunning',
};

/** One festival: is it on, who cooks, what sells, and what fits my table. */
export function FestivalPage({ festival, today, stalls, dishes, filters, allergens }: FestivalPageProps) {
  const { customer } = useWords();
  const language = useLanguage();
  const words = customer.festival;
  const here = pathTo(`/festival/${festival.slug}`, language);
  const filtered = countFilters(filters) > 0;
  const note = NOTES[festival.state];
  return (
    <PublicPage
      title={festival.name}
      width="wide"
      hero={<FestivalHero festival={festival} today={today} />}
      bottom={festival.state === 'running' ? <BasketBar /> : null}
    >
      {note ? <Notice tone={note === 'notRunning' ? 'info' : 'attention'}>{words[note]}</Notice> : null}
      {dishes.length > 0 && !filtered ? <Dishes title={words.popular} dishes={dishes} festival={festival} /> : null}
      <section className="section">
        <div className="section-head">
          <h2>{filtered ? words.stallsFound(stalls.length) : words.stalls}</h2>
          <DishFilterForm filters={filters} allergens={allergens} action={here} />
        </div>
        {stalls.length > 0 ? (
          <ul className="stall-list">
            {stalls.map((stall) => (
              <StallCard key={stall.participationId} stall={stall} festivalSlug={festival.slug} zone={festival.zone} />
            ))}
          </ul>
        ) : (
          <EmptyState
            seed={festival.id}
            text={filtered ? words.noMatch : words.noStalls}
            action={filtered ? <ButtonLink href={here}>{words.showAll}</ButtonLink> : null}
          />
        )}
      </section>
      {dishes.length > 0 && filtered ? (
        <Dishes title={customer.search.found(dishes.length)} dishes={dishes} festival={festival} />
      ) : null}
      <div className="section stack">
        {festival.story ? (
          <Card title={words.story}>
            <p>{festival.story}</p>
          </Card>
        ) : null}
        <p>
          <ButtonLink href={pathTo(`/festival/${festival.slug}/peserta`, language)} icon="map">
            {words.lineUp}
          </ButtonLink>
        </p>
      </div>
    </PublicPage>
  );
}

function Dishes({ title, dishes, festival }: { title: string; dishes: FoundDishView[]; festival: Festival }) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
      </div>
      <ul className="dish-rows">
        {dishes.map((dish) => (
          <DishRow key={dish.listing} dish={dish} festivalSlug={festival.slug} zone={festival.zone} />
        ))}
      </ul>
    </section>
  );
}
