import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { BalanceCard } from '~/components/wallet/balance-card';
import { LimitsCard } from '~/components/wallet/limits-card';
import { Movements } from '~/components/wallet/movements';
import { WalletPage, withNext } from '~/components/wallet/wallet-page';
import { readLimits } from '~/domain/wallet/read-limits.server';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import { readStatement } from '~/domain/wallet/read-statement.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatTime } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { readNext } from '~/web/signed-in.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).wallet.home.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const next = readNext(new URL(args.request.url).searchParams.get('lanjut'), language);
  const account = await readSpendingAccount(app.db, person.id);
  if (!account) return { next, account: null };
  const limits = await readLimits(app.db, account, now);
  const { lines } = await readStatement(app.db, { accountId: account.id, count: 5 });
  const { available, held, tier, hasPin, pinLockedUntil } = account;
  return {
    next,
    account: { available, held, tier, hasPin, lockedUntil: (pinLockedUntil ?? 0) > now ? pinLockedUntil : null },
    limits: {
      balance: {
        used: account.balance,
        limit: limits.balance.fixedAmount,
        validFrom: limits.balance.validFrom,
        source: limits.balance.source,
      },
      incoming: {
        used: limits.incomingSoFar,
        limit: limits.incoming.fixedAmount,
        validFrom: limits.incoming.validFrom,
        source: limits.incoming.source,
      },
      onTheWay: limits.onTheWay,
    },
    lines,
  };
}

export default function Wallet() {
  const { wallet } = useWords();
  const language = useLanguage();
  const words = wallet.home;
  const data = useLoaderData<typeof loader>();
  const to = (path: string) => withNext(pathTo(path, language), data.next);
  const makePin = (
    <ButtonLink variant="primary" wide href={to('/dompet/pin')}>
      {words.makePin}
    </ButtonLink>
  );
  if (!data.account?.hasPin) {
    return (
      <WalletPage title={words.title} top>
        {data.account ? <BalanceCard {...data.account} /> : null}
        <EmptyState seed="wallet" text={words.noWallet} action={makePin} />
      </WalletPage>
    );
  }
  const { account, limits, lines } = data;
  return (
    <WalletPage title={words.title} top width="normal">
      {account.lockedUntil ? (
        <Notice tone="attention" ways={<ButtonLink href={to('/dompet/pin/lupa')}>{words.forgotten}</ButtonLink>}>
          {words.locked(formatTime(account.lockedUntil, HOUSE_ZONE))}
        </Notice>
      ) : null}
      <BalanceCard {...account} />
      <div className="ways">
        <ButtonLink variant="primary" icon="plus" href={to('/dompet/isi')}>
          {words.topUp}
        </ButtonLink>
        {data.next ? <ButtonLink href={data.next}>{words.backToOrder}</ButtonLink> : null}
        <ButtonLink variant="quiet" href={to('/dompet/pin/ganti')}>
          {words.changePin}
        </ButtonLink>
      </div>
      <section>
        <h2>{words.last}</h2>
        {lines.length > 0 ? <Movements lines={lines} names={wallet.personPurposes} /> : <p>{words.none}</p>}
        {lines.length > 0 ? (
          <p>
            <a href={pathTo('/dompet/mutasi', language)}>{words.statement}</a>
          </p>
        ) : null}
      </section>
      <LimitsCard tier={account.tier} {...limits} />
    </WalletPage>
  );
}
