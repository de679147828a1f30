import { MerchantPage } from '~/components/layout/merchant-page';
import { OptionFields } from '~/components/merchant/dish-options';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { choosable, optionGroupForm } from '~/domain/menus/dish-form';
import { putOptionGroup } from '~/domain/menus/put-option-group.server';
import { readOwnDish } from '~/domain/menus/read-menu.server';
import { useLanguage, useWords } from '~/i18n';
import { type MerchantId, parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import { requireOwn } from '~/web/own.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData, useShownForm } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Shown only when a group did not fit: its form again, with what was typed. */
export async function loader(args: LoaderFunctionArgs) {
  const { own, person } = await requireOwn(args, 'merchant.edit', readOwnDish);
  const { merchant, dish } = own;
  return { merchant, dish: { id: dish.id, name: dish.name }, kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, language, now } = await requireRight(args, 'merchant.edit', merchantId).catch(keepingTyped(args));
  const dishId = parseId('dsh', args.params.dishId);
  const form = await parseForm(args.request, optionGroupForm);
  if (!form.ok) return formResponse(form);
  if (!dishId) throw answerNotFound();
  const { group: name, rule, options } = form.value;
  const group = { name, ...choosable(rule, options.length), options };
  const set = await app.inTransaction((tx) => putOptionGroup(tx, { merchantId, dishId, group, now }));
  if (!set.ok) return refusalResponse(set.refusal, language, { typed: form.typed });
  return redirectTo(`/usaha/${merchantId}/menu/${dishId}?kabar=pilihan#pilihan`, language, keptFormDone(args));
}

export default function DishOptionsAgain() {
  const { menus } = useWords();
  const language = useLanguage();
  const { merchant, dish, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const path = `/usaha/${merchant.id}/menu/${dish.id}`;
  return (
    <MerchantPage
      title={menus.options}
      merchant={merchant}
      current="menu"
      width="narrow"
      back={{ href: pathTo(path, language), label: dish.name }}
    >
      <RefusalNotice refusal={failed?.refusal} />
      <OptionFields path={`${path}/pilihan`} failed={failed} />
    </MerchantPage>
  );
}
