import { PublicPage } from '~/components/layout/public-page';
import { BatikBand } from '~/components/ui/batik-tile';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Icon } from '~/components/ui/icon';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { Awning } from './awning';
import { BasketBar } from './basket-bar';
import { DishCard } from './dish-card';
import type { DishView, FestivalView, StallView } from './views';

export interface StallPageProps {
  festival: FestivalView;
  stall: StallView;
  story: string | null;
  dishes: DishView[];
  /** Listing that was just put into the basket. */
  added: number | null;
}

/** What is behind a booth's QR: the menu, and the way into the basket. */
export function StallPage({ festival, stall, story, dishes, added }: StallPageProps) {
  const { customer } = useWords();
  const language = useLanguage();
  const sections = groupBySection(dishes, customer.stall.otherSection);
  // On a phone two dishes stand below the stall's name.
  const inView = sections.flatMap(({ dishes: own }) => own).slice(0, 2);
  const open = festival.state === 'running' && stall.standing.state === 'open';
  const back = `/festival/${festival.slug}/lapak/${stall.slug}`;
  return (
    <PublicPage
      title={stall.name}
      hero={<StallHero festival={festival} stall={stall} story={story} />}
      bottom={festival.state === 'running' ? <BasketBar /> : null}
    >
      {sections.length > 1 ? <SectionNav sections={sections.map(({ name }) => name)} /> : null}
      <StandingNotice
        festival={festival}
        stall={stall}
        soldOut={dishes.length > 0 && dishes.every((dish) => dish.soldOut)}
      />
      {dishes.length === 0 ? (
        <EmptyState
          seed={stall.merchantId}
          text={customer.stall.noDishes}
          action={
            <ButtonLink href={pathTo(`/festival/${festival.slug}`, language)}>
              {customer.stall.noDishesAction}
            </ButtonLink>
          }
        />
      ) : null}
      <stall-stock data-address={`${pathTo(back, language)}/stok`}>
        {sections.map(({ name, dishes: own }, index) => (
          <section key={name} className="section" id={`bagian-${index + 1}`}>
            <div className="section-head">
              <h2 className={sections.length > 1 ? undefined : 'sr-only'}>{name}</h2>
            </div>
            <ul className="dish-list">
              {own.map((dish) => (
                <DishCard
                  key={dish.listing}
                  dish={dish}
                  festivalSlug={festival.slug}
                  city={stall.regionCode}
                  back={back}
                  open={open}
                  added={added === dish.listing}
                  eager={dish === inView[0] ? 'first' : dish === inView[1]}
                />
              ))}
            </ul>
          </section>
        ))}
      </stall-stock>
    </PublicPage>
  );
}

/** Dishes under the sections the merchant wrote, in her order; those without one come last. */
function groupBySection(dishes: DishView[], other: string): { name: string; dishes: DishView[] }[] {
  const sections = new Map<string, DishView[]>();
  for (const dish of dishes)
    if (dish.section) sections.set(dish.section, [...(sections.get(dish.section) ?? []), dish]);
  const rest = dishes.filter((dish) => !dish.section);
  if (rest.length > 0) sections.set(other, rest);
  return [...sections].map(([name, own]) => ({ name, dishes: own }));
}

function StallHero({ festival, stall, story }: Pick<StallPageProps, 'festival' | 'stall' | 'story'>) {
  const { customer } = useWords();
  const language = useLanguage();
  return (
    <div className="hero stall-hero on-ink">
      <div className="hero-row">
        <div className="hero-text">
          <a className="hero-back" href={pathTo(`/festival/${festival.slug}`, language)}>
            <Icon name="back" />
            {customer.stall.backToFestival(festival.name)}
          </a>
          <div className="stall-title">
            <h1>{stall.name}</h1>
            <span className="booth-plate">{customer.stall.booth(stall.booth)}</span>
          </div>
          {story ? <p className="hero-lead">{story}</p> : null}
        </div>
      </div>
      <div className="hero-band">
        <BatikBand seed={stall.merchantId} />
        <Awning seed={stall.merchantId} long />
      </div>
    </div>
  );
}

function SectionNav({ sections }: { sections: string[] }) {
  const { customer } = useWords();
  return (
    <nav className="section-nav" aria-label={customer.stall.sections}>
      <ul>
        {sections.map((name, index) => (
          <li key={name}>
            <a href={`#bagian-${index + 1}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function StandingNotice({ festival, stall, soldOut }: { festival: FestivalView; stall: StallView; soldOut: boolean }) {
  const { customer } = useWords();
  const { standing } = stall;
  if (festival.state !== 'running') return <Notice className="mb-5">{customer.festival.notRunning}</Notice>;
  if (standing.state === 'open') {
    return soldOut ? (
      <Notice tone="attention" className="mb-5">
        {customer.stall.allSoldOut}
      </Notice>
    ) : null;
  }
  return (
    <Notice tone="attention" className="mb-5">
      {standingText(stall, festival.zone, customer.stall)}
    </Notice>
  );
}

function standingText(
  { standing, booth }: StallView,
  zone: string,
  words: ReturnType<typeof useWords>['customer']['stall'],
): string {
  const { state, pausedUntil, opensAt } = standing;
  if (state === 'silent') return words.silent(booth);
  if (state === 'paused' && pausedUntil !== null) return words.pausedUntil(formatTime(pausedUntil, zone));
  if (state === 'before_opening' && opensAt !== null) return words.opensAt(formatTime(opensAt, zone));
  return state === 'closed' ? words.closedNow : words.notCheckedIn;
}

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'stall-stock': React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & {
        'data-address': string;
      };
    }
  }
}
