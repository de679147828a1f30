import { endPinPass } from '~/domain/wallet/end-pin-pass.server';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Where signing in on the way leads back to. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requireRight(args, 'signed_in');
  return redirectTo('/keranjang/bayar', language);
}

/** The PIN is asked again on this phone. */
export async function action(args: ActionFunctionArgs) {
  const { app, visitor, person, language } = await requireRight(args, 'signed_in');
  await app.inTransaction((tx) => endPinPass(tx, { sessionId: visitor.id, personId: person.id }));
  return redirectTo('/keranjang/bayar', language);
}
