import { mayDo } from '~/domain/identity/rights';
import { consentForm } from '~/domain/privacy/consent-form';
import { setConsent } from '~/domain/privacy/set-consent.server';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Gives or withdraws one consent. About a business only its owner speaks, and a former owner may still withdraw hers. */
export async function action(args: ActionFunctionArgs) {
  const { app, visitor, person, language, now } = await requireRight(args, 'signed_in');
  const form = await parseForm(args.request, consentForm);
  if (!form.ok) throw answerNotFound();
  const { purpose, subject } = form.value;
  const consent = form.value.consent === 'yes';
  const subjectId = purpose === 'publish' ? subject : person.id;
  const isOwner = purpose === 'publish' && mayDo(visitor.memberships, 'merchant.money', subjectId);
  if (purpose === 'publish' && consent && !isOwner) throw answerNotFound();
  await app.inTransaction((tx) => setConsent(tx, { personId: person.id, purpose, subjectId, isOwner, consent, now }));
  return redirectTo('/privasi', language);
}
