import { HomeView } from '~/components/customer/home-view';
import { toFestivalView } from '~/components/customer/to-views';
import { readPublicFestivals } from '~/domain/festivals/read-festival-lists.server';
import { wordsFor } from '~/i18n';
import { FESTIVAL_LIST } from '~/platform/topic.server';
import { languageOf } from '~/shared/paths';
import { cachePage } from '~/web/cached-page.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireRight(args, 'public');
  const festivals = await readPublicFestivals(app.db);
  cachePage(args, { topics: [FESTIVAL_LIST], freshUntil: Number.POSITIVE_INFINITY });
  return {
    now: festivals.filter(({ state }) => state === 'running').map(toFestivalView),
    soon: festivals.filter(({ state }) => state !== 'running').map(toFestivalView),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const { common, customer } = wordsFor(languageOf(location.pathname));
  return [
    { title: `${common.siteName} · ${customer.home.title}` },
    { name: 'description', content: customer.home.lead },
  ];
};

export default function Home() {
  return <HomeView {...useLoaderData<typeof loader>()} />;
}
