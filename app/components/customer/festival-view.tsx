import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { BasketBar } from './basket-bar';
import { countFilters } from './dish-filters';
import { DishRows } from './dish-row';
import { FestivalHero } from './festival-hero';
import { FoundDishes, type ListProps, StallList } from './festival-lists';
import { FoundList } from './found-list';
import type { FoundDishView } from './views';

export interface FestivalPageProps extends ListProps {
  /** "Buka sampai 22.00 WIB" and the like. */
  today: string | null;
  /** Its line-up can be seen. */
  isAnnounced: boolean;
}

const NOTES: Record<string, 'postponed' | 'cancelled' | 'finished' | 'notRunning'> = {
  postponed: 'postponed',
  cancelled: 'cancelled',
  finished: 'finished',
  published: 'notRunning',
};

/** One festival: is it on, who cooks, what sells, and what fits my table. */
export function FestivalPage({ today, isAnnounced, ...list }: FestivalPageProps) {
  const { festival, dishes, filters } = list;
  const { customer, live } = useWords();
  const words = customer.festival;
  const language = useLanguage();
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
      <FoundList>
        {filtered ? (
          <FoundDishes {...list} />
        ) : (
          <>
            {dishes.length > 0 ? <BestSellers dishes={dishes} festival={festival} /> : null}
            <StallList {...list} />
          </>
        )}
      </FoundList>
      <div className="section stack">
        {festival.story ? (
          <Card title={words.story}>
            <p className="running-text">{festival.story}</p>
          </Card>
        ) : null}
        {isAnnounced ? (
          <p className="ways">
            <ButtonLink href={pathTo(`/festival/${festival.slug}/peserta`, language)} icon="map">
              {words.lineUp}
            </ButtonLink>
            {festival.state === 'running' ? (
              <ButtonLink href={pathTo(`/festival/${festival.slug}/siap`, language)} icon="bell">
                {live.ready.link}
              </ButtonLink>
            ) : null}
          </p>
        ) : null}
      </div>
    </PublicPage>
  );
}

function BestSellers({ dishes, festival }: { dishes: FoundDishView[]; festival: ListProps['festival'] }) {
  const words = useWords().customer.festival;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{words.popular}</h2>
      </div>
      <DishRows dishes={dishes} festival={festival} />
    </section>
  );
}
