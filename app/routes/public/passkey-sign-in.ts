import { passkeySignInForm } from '~/domain/identity/passkey-form';
import { signInByPasskey } from '~/domain/identity/sign-in-by-passkey.server';
import { parseForm } from '~/web/form.server';
import { passkeyBrowserOf, passkeyPlaceOf, refusedToScript } from '~/web/passkey.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { answerSignedIn, deviceName, readNext } from '~/web/signed-in.server';

/** Signs in by a passkey's answer; the passkey-sign-in element follows `to`, with the cookies that came. */
export async function action(args: ActionFunctionArgs) {
  const asked = await requireRight(args, 'public');
  const { app, language, now } = asked;
  const place = passkeyPlaceOf(args);
  if (!place) return refusedToScript({ code: 'passkey_not_here' }, language);
  const form = await parseForm(args.request, passkeySignInForm);
  if (!form.ok) return refusedToScript({ code: 'passkey_wrong' }, language);
  const { answer, lanjut } = form.value;
  const [device, browser] = [deviceName(args.request), passkeyBrowserOf(args.request)];
  const signedIn = await signInByPasskey(app, { answer, device, browser, place, now });
  if (!signedIn.ok) return refusedToScript(signedIn.refusal, language);
  const next = readNext(lanjut, language);
  const { headers } = await answerSignedIn(args.request, asked, signedIn.value, { next });
  const to = headers.get('Location');
  headers.delete('Location');
  headers.set('Cache-Control', 'no-store');
  return Response.json({ to }, { headers });
}
