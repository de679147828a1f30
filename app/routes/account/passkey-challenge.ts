import { askNewPasskey } from '~/domain/identity/ask-passkey.server';
import { challengeToScript, passkeyBrowserOf, passkeyPlaceOf, refusedToScript } from '~/web/passkey.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** What her browser needs to make a passkey; called by the passkey-new element. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const place = passkeyPlaceOf(args);
  if (!place) return refusedToScript({ code: 'passkey_not_here' }, language);
  const browser = passkeyBrowserOf(args.request);
  const asked = await askNewPasskey(app, { person, browser, place, now });
  if (!asked.ok) return refusedToScript(asked.refusal, language);
  return challengeToScript(args.request, browser, asked.value);
}
