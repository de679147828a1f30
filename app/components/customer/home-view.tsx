import { PublicPage } from '~/components/layout/public-page';
import { BatikBand } from '~/components/ui/batik-tile';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { EmptyState } from '~/components/ui/empty-state';
import { Icon, type IconName } from '~/components/ui/icon';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { FestivalCard } from './festival-card';
import { NightMarket } from './night-market';
import type { FestivalView } from './views';

/** The front page: what is on, what is coming, how it works, and the doors for businesses and organisers. */
export function HomeView({ now, soon }: { now: FestivalView[]; soon: FestivalView[] }) {
  const { home } = useWords().customer;
  const language = useLanguage();
  return (
    <PublicPage title={home.title} width="wide" hero={<HomeHero first={now[0] ?? null} />}>
      {now.length > 0 ? <Festivals title={home.now} festivals={now} /> : null}
      {soon.length > 0 ? <Festivals title={home.soon} festivals={soon} /> : null}
      {now.length + soon.length === 0 ? (
        <EmptyState
          text={home.none}
          seed="festival"
          action={
            <ButtonLink variant="primary" href={pathTo('/daftar', language)}>
              {home.noneAction}
            </ButtonLink>
          }
        />
      ) : null}
      <section className="section">
        <div className="section-head">
          <h2>{home.how}</h2>
        </div>
        <ol className="how">
          {home.steps.map((step) => (
            <li key={step.title}>
              <span className="how-icon">
                <Icon name={step.icon as IconName} />
              </span>
              <h3>{step.title}</h3>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
      </section>
      <div className="section pair">
        <Card className="invite">
          <h2>{home.merchantTitle}</h2>
          <p>{home.merchantText}</p>
          <ButtonLink href={pathTo('/daftar', language)}>{home.merchantAction}</ButtonLink>
        </Card>
        <Card className="invite">
          <h2>{home.organiserTitle}</h2>
          <p>{home.organiserText}</p>
          <ButtonLink href={pathTo('/penyelenggara', language)}>{home.organiserAction}</ButtonLink>
        </Card>
      </div>
    </PublicPage>
  );
}

function HomeHero({ first }: { first: FestivalView | null }) {
  const { home } = useWords().customer;
  const language = useLanguage();
  return (
    <div className="hero home-hero on-ink">
      <div className="hero-row">
        <div className="hero-text">
          <h1>{home.headline}</h1>
          <p className="hero-lead">{home.lead}</p>
          {first ? (
            <ButtonLink variant="primary" icon="bowl" href={pathTo(`/festival/${first.slug}`, language)}>
              {home.openFestival}
            </ButtonLink>
          ) : null}
        </div>
        <NightMarket />
      </div>
      <div className="hero-band">
        <BatikBand seed={first?.id ?? 'pestarasa'} city={first?.regionCode} />
      </div>
    </div>
  );
}

function Festivals({ title, festivals }: { title: string; festivals: FestivalView[] }) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
      </div>
      <ul className="gate-list">
        {festivals.map((festival) => (
          <FestivalCard key={festival.id} festival={festival} />
        ))}
      </ul>
    </section>
  );
}
