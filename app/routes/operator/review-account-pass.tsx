import { checkPayoutAccount } from '~/domain/wallet/check-payout-account.server';
import { readAccountUnderReview } from '~/domain/wallet/read-payout-account.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { afterDecision } from './after-decision.server';

/** One person's check of an account. What became of it stands on its page. */
export async function action(args: ActionFunctionArgs) {
  const asked = await requireRight(args, 'verifier');
  const { app, person, language, now } = asked;
  const id = parseId('pac', args.params.payoutAccountId);
  const account = id && (await readAccountUnderReview(app.db, { id, secrets: app.ports.secrets }));
  if (!account) throw answerNotFound();
  const checked = await app.inTransaction((tx) =>
    checkPayoutAccount(tx, { payoutAccountId: account.id, by: person.id, now }),
  );
  if (!checked.ok) return redirectTo(`/operator/rekening/${account.id}?kabar=${checked.refusal.code}`, language);
  return afterDecision(asked);
}
