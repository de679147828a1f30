import { RequestView } from '~/components/privacy/request-view';
import { wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { loadRequestPage } from './request-page.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).privacy.queue.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  return loadRequestPage(args);
}

export default function PrivacyRequestPage() {
  return <RequestView {...useLoaderData<typeof loader>()} />;
}
