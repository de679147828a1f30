import { StallGone } from '~/components/customer/stall-gone';
import { StallPage } from '~/components/customer/stall-view';
import { toDishView, toFestivalView, toStallView } from '~/components/customer/to-views';
import { currentDay, edgesOfDays, readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { readHiddenBooth, readStallPage } from '~/domain/stalls/read-stall-page.server';
import { edgesOfStanding } from '~/domain/stalls/stalls';
import { answerNotFound, pageData } from '~/web/answer.server';
import { cachePage, firstAhead } from '~/web/cached-page.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'public');
  const festival = await readFestivalBySlug(app.db, args.params.slug ?? '');
  const day = festival?.publishedAt ? currentDay(festival.days, now) : null;
  if (!festival || !day) throw answerNotFound();
  const stall = await readStallPage(app.db, {
    festivalId: festival.id,
    slug: args.params.stall ?? '',
    day: day.day,
    now,
  });
  if (!stall) {
    const booth = await readHiddenBooth(app.db, { festivalId: festival.id, slug: args.params.stall ?? '' });
    if (booth === null) throw answerNotFound();
    return pageData({ festival: toFestivalView(festival), booth }, { status: 404 });
  }
  const asked = new URL(args.request.url).searchParams.getAll('masuk');
  const added = stall.dishes.find(({ number }) => String(number) === asked[0]);
  // The same notice for everybody who comes with it; a number that is not on this menu is nobody's page.
  if (asked.length === (added ? 1 : 0)) {
    cachePage(args, {
      topics: [`stall:${stall.participationId}`, `merchant:${stall.merchantId}`, `call:${festival.id}`],
      freshUntil: firstAhead(now, [...edgesOfDays(festival, now), ...edgesOfStanding(stall)]),
    });
  }
  return {
    festival: toFestivalView(festival),
    stall: toStallView(stall),
    story: stall.story,
    dishes: stall.dishes.map((dish) => toDishView(dish, false)),
    added: added?.number ?? null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data && 'stall' in data
    ? [
        { title: `${data.stall.name} · ${data.festival.name}` },
        { name: 'description', content: data.story ?? data.festival.name },
      ]
    : [];

export default function Stall() {
  const data = useLoaderData<typeof loader>();
  return 'booth' in data ? <StallGone {...data} /> : <StallPage {...data} />;
}
