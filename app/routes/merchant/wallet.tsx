import { MerchantPage } from '~/components/layout/merchant-page';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { Money } from '~/components/ui/money';
import { Movements } from '~/components/wallet/movements';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readMerchantWallet } from '~/domain/wallet/read-merchant-wallet.server';
import { readRuleInForce } from '~/domain/wallet/read-rule-in-force.server';
import { readStatement } from '~/domain/wallet/read-statement.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatBasisPoints, formatDate } from '~/i18n/format';
import { parseId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { dayOf, HOUSE_ZONE } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const LINES_PER_PAGE = 20;

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).wallet.merchant.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = parseId('mrc', args.params.merchantId);
  const { app, language, now } = await requireRight(args, 'merchant.money', merchantId ?? '');
  const merchant = merchantId ? await readMerchant(app.db, merchantId) : null;
  if (!merchantId || !merchant) throw answerNotFound();
  const asked = Number(new URL(args.request.url).searchParams.get('dari') ?? '');
  const from = Number.isSafeInteger(asked) && asked > 0 ? asked : null;
  const account = await readMerchantWallet(app.db, merchantId);
  const statement = account
    ? await readStatement(app.db, { accountId: account.sales, from, count: LINES_PER_PAGE })
    : { lines: [], olderFrom: null };
  const day = dayOf(now, HOUSE_ZONE);
  const scopes = ['wallet', 'cash'] as const;
  const rules = await Promise.all(scopes.map((scope) => readRuleInForce(app.db, { kind: 'commission', scope, day })));
  return {
    merchant: { id: merchantId, name: merchant.stallName },
    sales: account?.salesBalance ?? 0,
    owed: account?.owed ?? 0,
    ...statement,
    rules: rules.map(({ titleId, titleEn, basisPoints, validFrom }) => ({
      title: language === 'en' ? titleEn : titleId,
      basisPoints,
      validFrom,
    })),
  };
}

export default function MerchantWallet() {
  const { wallet, common, review } = useWords();
  const language = useLanguage();
  const words = wallet.merchant;
  const { merchant, sales, owed, lines, olderFrom, rules } = useLoaderData<typeof loader>();
  const base = pathTo(`/usaha/${merchant.id}`, language);
  return (
    <MerchantPage
      title={words.title}
      lead={words.lead}
      merchant={merchant}
      current="sales"
      back={{ href: `${base}/penjualan`, label: common.nav.merchantSales }}
    >
      <div className="stack">
        <div className="wallet-pair">
          <Card title={words.sales}>
            <p className="wallet-balance">
              <Money amount={sales} strong />
            </p>
            <p>{words.salesNote}</p>
          </Card>
          <Card title={words.owed}>
            <p className="wallet-balance">
              <Money amount={owed} strong />
            </p>
            <p>{owed > 0 ? words.owedNote : words.noOwed}</p>
          </Card>
        </div>
        <p className="ways">
          <ButtonLink href={`${base}/penjualan`}>{words.slips}</ButtonLink>
          <ButtonLink href={`${base}/dompet/jadwal`}>{wallet.payoutHour.title}</ButtonLink>
          <ButtonLink href={`${base}/rekening`}>{review.payout.link}</ButtonLink>
        </p>
        <section>
          <h2>{words.movements}</h2>
          {lines.length > 0 ? <Movements lines={lines} names={wallet.salesPurposes} /> : <p>{words.none}</p>}
          {olderFrom === null ? null : (
            <ButtonLink href={`${base}/dompet?dari=${olderFrom}`}>{wallet.statement.older}</ButtonLink>
          )}
        </section>
        <Card title={words.rules}>
          <DefinitionList
            items={rules.map(({ title, basisPoints, validFrom }) => ({
              term: title,
              value: words.rule(
                formatBasisPoints(basisPoints, language),
                formatDate(validFrom, '', 'medium', language),
              ),
            }))}
          />
        </Card>
      </div>
    </MerchantPage>
  );
}
