import { ButtonLink } from '~/components/ui/button';
import { FilterChips } from '~/components/ui/filter-chips';
import { Money } from '~/components/ui/money';
import { CONTROL_FILTERS, type ControlFilter, passesFilter } from '~/domain/orders/control-room';
import type { ControlRoom } from '~/domain/orders/read-control-room.server';
import { useLanguage, useWords } from '~/i18n';
import { formatTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { ControlTable } from './control-table';
import { IncidentList } from './incident-list';

export interface ControlRoomProps {
  room: ControlRoom;
  filter: ControlFilter;
  festival: { slug: string; zone: string };
  now: number;
  /** Address of the control room. */
  base: string;
  mayRun: boolean;
}

/** The organiser's one page of a running festival; app/enhance/live-page.ts keeps it true. */
export function ControlRoomView({ room, filter, festival, now, base, mayRun }: ControlRoomProps) {
  const { common, live } = useWords();
  const language = useLanguage();
  const { zone } = festival;
  const words = live.control;
  const attention = room.stalls.filter((stall) => passesFilter(stall, 'attention')).length;
  const stalls = room.stalls.filter((stall) => passesFilter(stall, filter));
  return (
    <live-control
      class="stack"
      data-stream={`${base}/langsung`}
      data-gone={live.gone}
      data-back={live.back}
      data-rest="2000"
    >
      <p className="sr-only" role="status" data-said="" />
      <p className="live-connection" role="status" data-connection="" />
      <div className="ways">
        {mayRun ? (
          <>
            <ButtonLink href={`${base}/kejadian`} variant="primary" icon="alert">
              {words.report}
            </ButtonLink>
            <ButtonLink href={`${base}/kabar`} icon="send">
              {words.tellAll}
            </ButtonLink>
          </>
        ) : null}
        <ButtonLink href={addressOf(base, filter)} icon="refresh">
          {common.refresh}
        </ButtonLink>
        <ButtonLink href={pathTo(`/festival/${festival.slug}/siap`, language)} icon="bell">
          {live.ready.link}
        </ButtonLink>
      </div>
      <div data-part="incidents" data-state={room.incidents.map(({ id }) => id).join()} data-news={words.incidents}>
        <IncidentList incidents={room.incidents} zone={zone} base={base} mayRun={mayRun} />
      </div>
      <Totals room={room} zone={zone} now={now} />
      <div data-part="stalls" data-state={attention} data-news={words.news(attention)} className="stack">
        <Filters room={room} current={filter} base={base} />
        {stalls.length > 0 ? (
          <ControlTable stalls={stalls} zone={zone} now={now} base={base} mayRun={mayRun} />
        ) : (
          <p>{words.none}</p>
        )}
      </div>
    </live-control>
  );
}

function Totals({ room: { totals }, zone, now }: Pick<ControlRoomProps, 'room' | 'now'> & { zone: string }) {
  const { common, live } = useWords();
  const words = live.control;
  const facts = [
    { term: words.working, value: words.workingOf(totals.working, totals.stalls) },
    { term: words.open, value: totals.open },
    { term: words.ready, value: totals.ready },
    { term: words.sales, value: <Money amount={totals.sales} strong /> },
  ];
  return (
    <section className="stack-tight" data-part="totals" aria-label={words.totals}>
      <dl className="control-totals">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{common.updatedAt(formatTime(now, zone))}</p>
    </section>
  );
}

function Filters({ room, current, base }: { room: ControlRoom; current: ControlFilter; base: string }) {
  const words = useWords().live.control;
  const always: readonly ControlFilter[] = ['all', 'attention', current];
  const chips = CONTROL_FILTERS.map((filter) => ({
    key: filter,
    href: addressOf(base, filter),
    text: words.filters[filter],
    count: room.stalls.filter((stall) => passesFilter(stall, filter)).length,
  })).filter(({ key, count }) => count > 0 || always.includes(key));
  return <FilterChips label={words.filterLabel} chips={chips} current={current} />;
}

function addressOf(base: string, filter: ControlFilter): string {
  return filter === 'all' ? base : `${base}?saring=${filter}`;
}
