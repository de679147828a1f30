import { Shell } from '~/components/layout/shell';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { PageHeading } from '~/components/ui/page-heading';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).stalls.offlineTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** Holds nothing of anybody, so that a phone may keep it: what a board last showed is put in by the phone itself. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRight(args, 'public');
  return null;
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'public, no-cache' });

export default function OfflineBoard() {
  const words = useWords().stalls;
  const language = useLanguage();
  return (
    <Shell width="wide">
      <PageHeading title={words.offlineTitle} />
      <offline-board>
        <EmptyState
          seed="papan"
          text={words.offlineNone}
          action={<ButtonLink href={pathTo('/usaha', language)}>{words.offlineRetry}</ButtonLink>}
        />
      </offline-board>
    </Shell>
  );
}
