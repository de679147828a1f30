import { cancelPhoneChange } from '~/domain/identity/cancel-phone-change.server';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** She stops her own change; one that has ended already is as good. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  await app.inTransaction((tx) => cancelPhoneChange(tx, { which: { personId: person.id }, now }));
  return redirectTo('/akun/nomor-hp', language);
}
