import { MerchantPage } from '~/components/layout/merchant-page';
import { OnlyAnswer } from '~/components/ui/only-answer';
import { undoTyped } from '~/domain/menus/undo-typed.server';
import { undoTypedForm } from '~/domain/merchants/typed-form';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';
import { openTeam } from './team-door.server';

/** Only the answer to a refused act lives here. */
export async function loader(args: LoaderFunctionArgs) {
  const { merchant } = await openTeam(args, 'merchant.team');
  return { merchant };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, merchantId, language, now } = await openTeam(args, 'merchant.team');
  const form = await parseForm(args.request, undoTypedForm);
  if (!form.ok) throw answerNotFound();
  const { isian: field, sampai: until } = form.value;
  const { secrets } = app.ports;
  const demo = app.config.mode === 'demo';
  const undo = { merchantId, field, until, by: person.id, secrets, demo, now };
  const undone = await app.inTransaction((tx) => undoTyped(tx, undo));
  if (!undone.ok) return refusalResponse(undone.refusal, language);
  return redirectTo(`/usaha/${merchantId}/bantuan/periksa?kabar=urung`, language);
}

export default function HelpUndo() {
  const { help } = useWords().people;
  const { merchant } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const back = { href: pathTo(`/usaha/${merchant.id}/bantuan/periksa`, useLanguage()), label: help.backToCheck };
  return (
    <MerchantPage title={help.undoTitle} merchant={merchant} current="home" back={back}>
      <OnlyAnswer refusal={failed?.refusal} />
    </MerchantPage>
  );
}
