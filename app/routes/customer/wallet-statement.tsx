import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Movements } from '~/components/wallet/movements';
import { WalletPage } from '~/components/wallet/wallet-page';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import { readStatement } from '~/domain/wallet/read-statement.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const LINES_PER_PAGE = 20;

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).wallet.statement.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person } = await requireRight(args, 'signed_in');
  const asked = Number(new URL(args.request.url).searchParams.get('dari') ?? '');
  const from = Number.isSafeInteger(asked) && asked > 0 ? asked : null;
  const account = await readSpendingAccount(app.db, person.id);
  if (!account) return { lines: [], olderFrom: null, isNewest: true };
  const statement = await readStatement(app.db, { accountId: account.id, from, count: LINES_PER_PAGE });
  return { ...statement, isNewest: from === null };
}

export default function WalletStatement() {
  const { wallet } = useWords();
  const language = useLanguage();
  const words = wallet.statement;
  const { lines, olderFrom, isNewest } = useLoaderData<typeof loader>();
  const address = pathTo('/dompet/mutasi', language);
  return (
    <WalletPage title={words.title} width="normal">
      {lines.length > 0 ? (
        <Movements lines={lines} names={wallet.personPurposes} />
      ) : (
        <EmptyState seed="wallet" text={words.none} />
      )}
      <div className="ways">
        {olderFrom === null ? null : <ButtonLink href={`${address}?dari=${olderFrom}`}>{words.older}</ButtonLink>}
        {isNewest ? null : (
          <ButtonLink variant="quiet" href={address}>
            {words.newest}
          </ButtonLink>
        )}
      </div>
    </WalletPage>
  );
}
