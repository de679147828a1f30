import { PriceField } from '~/components/merchant/price-field';
import { ShopFormPage } from '~/components/merchant/shop-form-page';
import { DefinitionList } from '~/components/ui/definition-list';
import { SelectField } from '~/components/ui/select-field';
import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { outsideSalesForm } from '~/domain/wallet/money-habits-form';
import { tellableMonths } from '~/domain/wallet/outside-sales';
import { readOutsideSales } from '~/domain/wallet/read-money-habits.server';
import { recordOutsideSales } from '~/domain/wallet/record-outside-sales.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatMonth, formatRupiah } from '~/i18n/format';
import { languageOf } from '~/shared/paths';
import { dayOf, HOUSE_ZONE } from '~/shared/time';
import { keepingTyped, showKeptForm } from '~/web/kept-form.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { saveForm } from '~/web/save-form.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).wallet.outside.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, now, own } = await requireOwn(args, 'merchant.money', readOwnMerchant);
  const told = await readOutsideSales(app.db, own.merchant.id);
  const months = tellableMonths(dayOf(now, HOUSE_ZONE)).map((month) => ({ month, amount: told.get(month) ?? null }));
  const isSaved = new URL(args.request.url).searchParams.has('simpan');
  return { ...own, months, isSaved, kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'merchant.money', readOwnMerchant).catch(keepingTyped(args));
  const { id: merchantId } = asked.own.merchant;
  const today = dayOf(asked.now, HOUSE_ZONE);
  return saveForm(args, asked, {
    schema: outsideSalesForm,
    save: (tx, told) => recordOutsideSales(tx, { merchantId, ...told, today, by: asked.person.id, now: asked.now }),
    to: `/usaha/${merchantId}/penjualan/luar?simpan=1`,
  });
}

export default function OutsideSales() {
  const { wallet, common } = useWords();
  const words = wallet.outside;
  const language = useLanguage();
  const { merchant, months, isSaved, kept } = useLoaderData<typeof loader>();
  const told = months.filter(({ amount }) => amount !== null);
  return (
    <ShopFormPage
      title={words.title}
      lead={words.lead}
      merchant={merchant}
      current="sales"
      back={{ path: `/usaha/${merchant.id}/penjualan`, label: common.nav.merchantSales }}
      isSaved={isSaved}
      failed={useShownForm<typeof action>(kept)}
      intro={
        told.length > 0 ? (
          <DefinitionList
            items={told.map(({ month, amount }) => ({
              term: formatMonth(month, language),
              value: formatRupiah(amount ?? 0),
            }))}
          />
        ) : null
      }
    >
      <SelectField
        name="month"
        label={words.month}
        value={months.find(({ amount }) => amount === null)?.month ?? months[0]?.month}
        options={months.map(({ month }) => ({ value: month, label: formatMonth(month, language) }))}
      />
      <PriceField name="amount" label={words.amount} hint={words.amountHint} />
    </ShopFormPage>
  );
}
