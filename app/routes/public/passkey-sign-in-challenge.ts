import { askPasskeySignIn } from '~/domain/identity/ask-passkey.server';
import { challengeToScript, passkeyBrowserOf, passkeyPlaceOf, refusedToScript } from '~/web/passkey.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** A challenge for whoever wants in with a passkey; called by the passkey-sign-in element. */
export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const place = passkeyPlaceOf(args);
  if (!place) return refusedToScript({ code: 'passkey_not_here' }, language);
  const browser = passkeyBrowserOf(args.request);
  return challengeToScript(args.request, browser, await askPasskeySignIn(app, { browser, place, now }));
}
