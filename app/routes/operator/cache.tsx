import { OperatorPage } from '~/components/layout/operator-page';
import { CacheFigures } from '~/components/operator/cache-figures';
import { Notice } from '~/components/ui/notice';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).operator.cache.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireRight(args, 'operator');
  return { report: args.context.readCacheReport() };
}

export default function Cache() {
  const words = useWords().operator.cache;
  const { report } = useLoaderData<typeof loader>();
  return (
    <OperatorPage title={words.title} lead={words.lead} current="cache">
      {report ? <CacheFigures report={report} /> : <Notice>{words.off}</Notice>}
    </OperatorPage>
  );
}
