import { signUpAnswersOf } from '~/domain/merchants/merchants';
import { saveSignUpAnswers } from '~/domain/merchants/save-sign-up-answers.server';
import { readTyped } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Keeps answers of the sign-up draft as they are given; called by the keep-answers element. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, now } = await requireRight(args, 'signed_in');
  const answers = signUpAnswersOf(await readTyped(args.request));
  await app.inTransaction((tx) => saveSignUpAnswers(tx, { personId: person.id, answers, now }));
  return Response.json({ savedAt: now });
}
