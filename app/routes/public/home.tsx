import { HomeView } from '~/components/customer/home-view';
import { toFestivalView } from '~/components/customer/to-views';
import { readPublicFestivals } from '~/domain/festivals/read-festival-lists.server';
import { wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireRight(args, 'public');
  const festivals = await readPublicFestivals(app.db);
  return {
    now: festivals.filter(({ state }) => state === 'running').map(toFestivalView),
    soon: festivals.filter(({ state }) => state !== 'running').map(toFestivalView),
  };
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'public, no-cache' });

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
