import { PriceField } from '~/components/merchant/price-field';
import { ShopFormPage } from '~/components/merchant/shop-form-page';
import { dishCostForm } from '~/domain/menus/cost-form';
import { readDishCost } from '~/domain/menus/read-dish-cost.server';
import { readOwnDish } from '~/domain/menus/read-menu.server';
import { setDishCost } from '~/domain/menus/set-dish-cost.server';
import { netOf } from '~/domain/training/acts';
import { readRuleInForce } from '~/domain/wallet/read-rule-in-force.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatBasisPoints, formatRupiah } from '~/i18n/format';
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
  { title: `${wordsFor(languageOf(location.pathname)).menus.cost.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, now, own } = await requireOwn(args, 'merchant.edit', readOwnDish);
  const day = dayOf(now, HOUSE_ZONE);
  const rule = await readRuleInForce(app.db, { kind: 'commission', scope: 'wallet', day });
  const { id, name, price } = own.dish;
  return {
    merchant: own.merchant,
    dish: { id, name, price },
    set: await readDishCost(app.db, id),
    commission: rule.basisPoints,
    isSaved: new URL(args.request.url).searchParams.has('simpan'),
    kept: showKeptForm(args, person.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'merchant.edit', readOwnDish).catch(keepingTyped(args));
  const { merchant, dish } = asked.own;
  return saveForm(args, asked, {
    schema: dishCostForm,
    save: (tx, { cost, floorPrice }) =>
      setDishCost(tx, {
        dishId: dish.id,
        merchantId: merchant.id,
        cost,
        floorPrice,
        by: asked.person.id,
        now: asked.now,
      }),
    to: `/usaha/${merchant.id}/menu/${dish.id}/modal?simpan=1`,
  });
}

export default function DishCost() {
  const words = useWords().menus.cost;
  const language = useLanguage();
  const { merchant, dish, set, commission, isSaved, kept } = useLoaderData<typeof loader>();
  const left = dish.price === null ? null : netOf(dish.price, commission);
  return (
    <ShopFormPage
      title={words.title}
      lead={words.lead(dish.name)}
      merchant={merchant}
      current="menu"
      back={{ path: `/usaha/${merchant.id}/menu/${dish.id}`, label: dish.name }}
      isSaved={isSaved}
      failed={useShownForm<typeof action>(kept)}
      intro={
        left === null ? (
          <p>{words.noPrice}</p>
        ) : (
          <p>
            {words.net(formatRupiah(dish.price ?? 0), formatBasisPoints(commission, language), formatRupiah(left))}{' '}
            {set ? words.gross(formatRupiah(left - set.cost)) : null}
          </p>
        )
      }
    >
      <PriceField name="cost" label={words.cost} hint={words.costHint} value={set?.cost} />
      <PriceField name="floorPrice" label={words.floor} hint={words.floorHint} value={set?.floorPrice} optional />
    </ShopFormPage>
  );
}
