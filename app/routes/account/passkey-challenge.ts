import { askNewPasskey } from '~/domain/identity/ask-passkey.server';
import { passkeyPlaceOf, refusedToScript } from '~/web/passkey.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** What her browser needs to make a passkey; called by the passkey-new element. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const place = passkeyPlaceOf(args);
  if (!place) return refusedToScript({ code: 'passkey_not_here' }, language);
  const asked = await askNewPasskey(app, { person, place, now });
  if (!asked.ok) return refusedToScript(asked.refusal, language);
  return Response.json({ options: asked.value }, { headers: { 'Cache-Control': 'no-store' } });
}
