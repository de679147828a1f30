import { FestivalPage } from '~/components/customer/festival-view';
import { isOfferedQuery, readCategory, readFilters } from '~/components/customer/read-filters';
import { toFestivalView } from '~/components/customer/to-views';
import { currentDay, edgesOfDays, type FestivalDay, readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { ALLERGENS } from '~/domain/menus/menus';
import { readNextStandings } from '~/domain/stalls/read-next-standings.server';
import { wordsFor } from '~/i18n';
import { formatDate, formatTime } from '~/i18n/format';
import type { Language } from '~/shared/language';
import { dayOf } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { cachePage, firstAhead, nextMinute } from '~/web/cached-page.server';
import { readPageNumber } from '~/web/page-number';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { readFestivalList } from './festival-list.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const festival = await readFestivalBySlug(app.db, args.params.slug ?? '');
  if (!festival || festival.state === 'draft') throw answerNotFound();
  const day = currentDay(festival.days, now);
  const query = new URL(args.request.url).searchParams;
  const filters = readFilters(query, ALLERGENS);
  const shown = {
    festival: toFestivalView(festival),
    isAnnounced: festival.publishedAt !== null,
    today: day && festival.state === 'running' ? todayWords(day, { now, zone: festival.zone, language }) : null,
    filters,
    category: readCategory(query),
    allergens: ALLERGENS,
    page: readPageNumber(query),
  };
  const list =
    festival.publishedAt === null || !day
      ? { stalls: [], dishes: [], total: 0, pages: 1, more: false, merchants: [] }
      : await readFestivalList(app.db, { festivalId: festival.id, day: day.day, query, now });
  if (isOfferedQuery(query, ALLERGENS, Math.max(1, list.pages ?? shown.page))) {
    const standings = day ? await readNextStandings(app.db, { festivalId: festival.id, day: day.day, now }) : [];
    // Orders change which dishes sell best, and touch no topic.
    const edges = [...edgesOfDays(festival, now), ...standings, festival.state === 'running' ? nextMinute(now) : null];
    const merchants = list.merchants.map((id) => `merchant:${id}` as const);
    cachePage(args, { topics: [`festival:${festival.id}`, ...merchants], freshUntil: firstAhead(now, edges) });
  }
  const { merchants: _shown, ...listed } = list;
  return { ...shown, ...listed };
}

function todayWords(day: FestivalDay, { now, zone, language }: { now: number; zone: string; language: Language }) {
  const words = wordsFor(language).customer.festival;
  if (now >= day.closesAt) return words.closedToday;
  if (now >= day.opensAt) return words.openUntil(formatTime(day.closesAt, zone));
  if (day.day === dayOf(now, zone)) return words.opensAt(formatTime(day.opensAt, zone));
  return words.startsOn(formatDate(day.day, zone, 'short', language));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.festival.name} · Pestarasa` },
        { name: 'description', content: data.festival.story ?? data.festival.place },
      ]
    : [];

export default function FestivalRoute() {
  return <FestivalPage {...useLoaderData<typeof loader>()} />;
}
