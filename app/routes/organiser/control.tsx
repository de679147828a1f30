import { OrganiserPage } from '~/components/layout/organiser-page';
import { ControlRoomView } from '~/components/live/control-room';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { currentDay } from '~/domain/festivals/read-festival.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { mayDo } from '~/domain/identity/rights';
import { readControlFilter } from '~/domain/orders/control-room';
import { readControlRoom } from '~/domain/orders/read-control-room.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { requireOwn } from '~/web/own.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { app, visitor, language, now, own } = await requireOwn(args, 'organisation.view', readOrganiserFestival);
  const { festival, organisation } = own;
  const query = new URL(args.request.url).searchParams;
  const day = festival.state === 'running' ? currentDay(festival.days, now) : null;
  return {
    ...own,
    title: `${wordsFor(language).live.control.title} · ${festival.name}`,
    day: day?.day ?? null,
    room: day && (await readControlRoom(app.db, { festivalId: festival.id, day, now })),
    filter: readControlFilter(query.get('saring')),
    told: Number(query.get('terkirim')) || null,
    mayRun: mayDo(visitor.memberships, 'organisation.run', organisation.id),
    now,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ControlRoute() {
  const { organisation, festival, day, room, filter, told, mayRun, now } = useLoaderData<typeof loader>();
  const { live } = useWords();
  const language = useLanguage();
  const words = live.control;
  const base = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}/kendali`, language);
  return (
    <OrganiserPage
      title={words.title}
      lead={day ? words.lead(formatDate(day, festival.zone, 'long', language)) : undefined}
      organisation={organisation}
      festival={festival}
      current="control"
    >
      {told ? <Notice tone="good">{words.told(told)}</Notice> : null}
      {room ? (
        <ControlRoomView room={room} filter={filter} festival={festival} now={now} base={base} mayRun={mayRun} />
      ) : (
        <EmptyState seed={festival.id} text={words.notRunning} />
      )}
    </OrganiserPage>
  );
}
