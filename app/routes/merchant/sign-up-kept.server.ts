import { signUpAnswersOf } from '~/domain/merchants/merchants';
import { saveSignUpAnswers } from '~/domain/merchants/save-sign-up-answers.server';
import type { PersonId } from '~/shared/ids';
import { keptFormDone, readKeptForm } from '~/web/kept-form.server';
import type { PageArgs } from '~/web/rights.server';

/** What she sent when her session had ended goes into her draft now that she is back; answers the page's headers. */
export async function keepAnswersSent(
  args: PageArgs,
  { personId, now }: { personId: PersonId; now: number },
): Promise<Record<string, string>> {
  const kept = readKeptForm(args, personId);
  if (!kept) return {};
  const answers = signUpAnswersOf(kept.typed);
  await args.context.app.inTransaction((tx) => saveSignUpAnswers(tx, { personId, answers, now }));
  return keptFormDone(args);
}
