import { ShopFormPage } from '~/components/merchant/shop-form-page';
import { ButtonLink } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { EmptyState } from '~/components/ui/empty-state';
import { festivalMenuForm } from '~/domain/menus/cost-form';
import { readFestivalMenu } from '~/domain/menus/read-festival-menu.server';
import { readMenu } from '~/domain/menus/read-menu.server';
import { setFestivalMenu } from '~/domain/menus/set-festival-menu.server';
import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatMinutes, formatRupiah } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
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
  { title: `${wordsFor(languageOf(location.pathname)).menus.festivalMenu.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, own } = await requireOwn(args, 'merchant.edit', readOwnMerchant);
  const menu = await readMenu(app.db, own.merchant.id);
  return {
    ...own,
    dishes: menu.map(({ id, name, price, makeSeconds }) => ({ id, name, price, makeSeconds })),
    chosen: await readFestivalMenu(app.db, own.merchant.id),
    isSaved: new URL(args.request.url).searchParams.has('simpan'),
    kept: showKeptForm(args, person.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'merchant.edit', readOwnMerchant).catch(keepingTyped(args));
  const { id: merchantId } = asked.own.merchant;
  return saveForm(args, asked, {
    schema: festivalMenuForm,
    save: (tx, { dishes }) => setFestivalMenu(tx, { merchantId, dishIds: dishes, by: asked.person.id, now: asked.now }),
    to: `/usaha/${merchantId}/menu-festival?simpan=1`,
  });
}

export default function FestivalMenu() {
  const { menus } = useWords();
  const words = menus.festivalMenu;
  const language = useLanguage();
  const { merchant, dishes, chosen, isSaved, kept } = useLoaderData<typeof loader>();
  const menu = `/usaha/${merchant.id}/menu`;
  return (
    <ShopFormPage
      title={words.title}
      lead={words.lead}
      merchant={merchant}
      current="menu"
      back={{ path: menu, label: menus.back }}
      isSaved={isSaved}
      failed={useShownForm<typeof action>(kept)}
      intro={
        dishes.length > 0 && dishes.length < 3 ? (
          <p>
            {words.few} <a href={pathTo(menu, language)}>{menus.addTitle}</a>
          </p>
        ) : null
      }
      empty={
        dishes.length === 0 ? (
          <EmptyState
            seed={merchant.id}
            text={words.none}
            action={
              <ButtonLink href={pathTo(menu, language)} variant="primary">
                {menus.addTitle}
              </ButtonLink>
            }
          />
        ) : undefined
      }
    >
      <ChoiceField
        name="dishes"
        kind="checkbox"
        label={words.choose}
        hint={words.chooseHint}
        value={chosen}
        choices={dishes.map(({ id, name, price, makeSeconds }) => ({
          value: id,
          label: name,
          note: makeSeconds ? formatMinutes(makeSeconds, language) : menus.lacksMinutes,
          aside: price ? formatRupiah(price) : menus.lacksPrice,
        }))}
      />
    </ShopFormPage>
  );
}
