import { liftRestriction } from '~/domain/privacy/ask-restriction.server';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Ends her restriction; consents stay withdrawn until she gives them again. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  await app.inTransaction((tx) => liftRestriction(tx, { personId: person.id, now }));
  return redirectTo('/privasi?kabar=pembatasan-dicabut', language);
}
