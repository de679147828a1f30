import { confirmTyped } from '~/domain/merchants/confirm-typed.server';
import { confirmTypedForm } from '~/domain/merchants/typed-form';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openTeam } from './team-door.server';

/** "Benar": one entry, or everything that was on the page. What was settled meanwhile is as good. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, merchantId, language, now } = await openTeam(args, 'merchant.team');
  const form = await parseForm(args.request, confirmTypedForm);
  if (!form.ok) throw answerNotFound();
  const { isian: field = null, sampai: until } = form.value;
  await app.inTransaction((tx) => confirmTyped(tx, { merchantId, field, until, by: person.id, now }));
  const page = field === null ? 'bantuan' : 'bantuan/periksa';
  return redirectTo(`/usaha/${merchantId}/${page}?kabar=benar`, language);
}
