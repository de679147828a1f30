import { MerchantPage } from '~/components/layout/merchant-page';
import { AddDishForm } from '~/components/merchant/add-dish-form';
import { OwnMenu } from '~/components/merchant/own-menu';
import { TypedMark } from '~/components/people/typed-mark';
import { ButtonLink } from '~/components/ui/button';
import { addDish } from '~/domain/menus/add-dish.server';
import { newDishForm } from '~/domain/menus/dish-form';
import { readDish, readMenu } from '~/domain/menus/read-menu.server';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { type MerchantId, newId, parseId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { openToFill } from './fill-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).menus.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, merchantId, help, now } = await openToFill(args);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const { searchParams } = new URL(args.request.url);
  const about = parseId('dsh', searchParams.get('menu'));
  const dish = about ? await readDish(app.db, { merchantId, dishId: about }) : null;
  return {
    merchant: { id: merchant.id, name: merchant.stallName },
    menu: await readMenu(app.db, merchantId),
    dishId: newId('dsh', now),
    help,
    kept: showKeptForm(args, person.id),
    news: dish ? { code: searchParams.get('kabar'), dishId: dish.id, name: dish.name } : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.fill', merchantId).catch(
    keepingTyped(args),
  );
  const form = await parseForm(args.request, newDishForm);
  if (!form.ok) return formResponse(form);
  const { name, price, minutes } = form.value;
  const dishId = form.value.dishId ?? newId('dsh', now);
  const added = await app.inTransaction((tx) =>
    addDish(tx, { dishId, merchantId, name, price, makeSeconds: minutes, by: person.id, now }),
  );
  if (!added.ok) return refusalResponse(added.refusal, language, { typed: form.typed });
  return redirectTo(`/usaha/${merchantId}/menu?kabar=ditambah&menu=${dishId}`, language, keptFormDone(args));
}

export default function Menu() {
  const { menus } = useWords();
  const language = useLanguage();
  const { merchant, menu, dishId, news, help, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  return (
    <MerchantPage
      title={menus.title}
      lead={menus.lead}
      merchant={merchant}
      current="menu"
      width="wide"
      helpsUntil={help.until}
      actions={
        <ButtonLink href={pathTo(`/usaha/${merchant.id}/menu-festival`, language)}>
          {menus.festivalMenu.title}
        </ButtonLink>
      }
    >
      <TypedMark
        merchantId={merchant.id}
        fields={help.marked.filter((field) => field.startsWith('dish:'))}
        dishes={help.dishes}
        forHelper={help.until !== null}
      />
      <div className="panes">
        <OwnMenu merchantId={merchant.id} menu={menu} news={failed ? null : news} onlyFills={help.until !== null} />
        <AddDishForm dishId={dishId} failed={failed} />
      </div>
    </MerchantPage>
  );
}
