import { makePasskey } from '~/domain/identity/make-passkey.server';
import { newPasskeyForm } from '~/domain/identity/passkey-form';
import { pathTo } from '~/shared/paths';
import { parseForm } from '~/web/form.server';
import { passkeyBrowserOf, passkeyPlaceOf, refusedToScript, writePasskeyAnswered } from '~/web/passkey.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { deviceName, readNext } from '~/web/signed-in.server';

/** Keeps the passkey her browser has made; the passkey-new element follows `to`. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const place = passkeyPlaceOf(args);
  if (!place) return refusedToScript({ code: 'passkey_not_here' }, language);
  const form = await parseForm(args.request, newPasskeyForm);
  if (!form.ok) return refusedToScript({ code: 'passkey_wrong' }, language);
  const { answer, name, lanjut } = form.value;
  const browser = passkeyBrowserOf(args.request);
  const wish = { person, answer, name: name || deviceName(args.request), browser, place, now };
  const made = await makePasskey(app, wish);
  if (!made.ok) return refusedToScript(made.refusal, language);
  const to = readNext(lanjut, language) ?? pathTo('/akun', language);
  const headers = { 'Cache-Control': 'no-store', 'Set-Cookie': writePasskeyAnswered(args.request) };
  return Response.json({ to }, { headers });
}
