import { passkeyLaterForm } from '~/domain/identity/passkey-form';
import { redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { writePasskeyAnswered } from '~/web/passkey.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { readNext } from '~/web/signed-in.server';

/** "Nanti saja": on to where she was going, and this phone is not asked again. */
export async function action(args: ActionFunctionArgs) {
  const { language } = await requireRight(args, 'signed_in');
  const form = await parseForm(args.request, passkeyLaterForm);
  const next = form.ok ? readNext(form.value.lanjut, language) : null;
  return redirectTo(next ?? '/akun', language, { 'Set-Cookie': writePasskeyAnswered(args.request) });
}
