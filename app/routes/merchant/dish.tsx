import { MerchantPage } from '~/components/layout/merchant-page';
import { DishForm } from '~/components/merchant/dish-form';
import { DishMore } from '~/components/merchant/dish-more';
import { TypedMark } from '~/components/people/typed-mark';
import { helpsUntil } from '~/domain/identity/rights';
import { changeDish } from '~/domain/menus/change-dish.server';
import { dishForm } from '~/domain/menus/dish-form';
import { readOwnDish } from '~/domain/menus/read-menu.server';
import { readMarkedFields } from '~/domain/merchants/read-typed.server';
import { dishField } from '~/domain/merchants/typed-field';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { parseId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: `${data?.dish.name ?? wordsFor(languageOf(location.pathname)).menus.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { own, visitor, person, app } = await requireOwn(args, 'merchant.fill', readOwnDish);
  const { merchant, dish } = own;
  const marked = await readMarkedFields(app.db, merchant.id);
  if (dish.archivedAt !== null) throw answerNotFound();
  return {
    ...own,
    until: helpsUntil(visitor.memberships, merchant.id),
    marked: marked.filter((field) => `${field}:`.startsWith(`${dishField(dish.id)}:`)),
    kept: showKeptForm(args, person.id),
    keptOptions: showKeptForm(args, person.id, `/usaha/${merchant.id}/menu/${dish.id}/pilihan`),
    news: new URL(args.request.url).searchParams.get('kabar'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.fill', merchantId).catch(
    keepingTyped(args),
  );
  const dishId = parseId('dsh', args.params.dishId);
  if (!dishId) throw answerNotFound();
  const form = await parseForm(args.request, dishForm);
  if (!form.ok) return formResponse(form);
  const { minutes, spice, allergens, ...rest } = form.value;
  const changes = {
    ...rest,
    makeSeconds: minutes,
    spiceLevel: spice,
    allergenAnswer: allergens.answer,
    allergens: allergens.listed,
  };
  const changed = await app.inTransaction((tx) => changeDish(tx, { dishId, merchantId, changes, by: person.id, now }));
  if (!changed.ok) return refusalResponse(changed.refusal, language, { typed: form.typed });
  return redirectTo(`/usaha/${merchantId}/menu/${dishId}?kabar=tersimpan`, language, keptFormDone(args));
}

export default function Dish() {
  const { menus } = useWords();
  const language = useLanguage();
  const { merchant, dish, news, until, marked, kept, keptOptions } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const isHelping = until !== null;
  const base = `/usaha/${merchant.id}/menu`;
  return (
    <MerchantPage
      title={dish.name}
      merchant={merchant}
      current="menu"
      width="wide"
      helpsUntil={until}
      back={{ href: pathTo(base, language), label: menus.back }}
    >
      <TypedMark merchantId={merchant.id} fields={marked} dishes={{ [dish.id]: dish.name }} forHelper={isHelping} />
      <div className="panes">
        <DishForm dish={dish} failed={failed} news={failed ? null : news} />
        {isHelping ? null : <DishMore dish={dish} base={base} keptOptions={keptOptions} />}
      </div>
    </MerchantPage>
  );
}
