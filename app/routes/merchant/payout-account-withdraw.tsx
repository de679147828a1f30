import { withdrawPayoutAccount } from '~/domain/wallet/refuse-payout-account.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Takes a proposal back. What was decided meanwhile stands on the account's page. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = parseId('mrc', args.params.merchantId);
  const { app, person, language, now } = await requireRight(args, 'merchant.money', merchantId ?? '');
  const payoutAccountId = parseId('pac', args.params.payoutAccountId);
  if (!merchantId || !payoutAccountId) throw answerNotFound();
  const withdrawn = await app.inTransaction((tx) =>
    withdrawPayoutAccount(tx, { payoutAccountId, merchantId, by: person.id, now }),
  );
  if (!withdrawn.ok && withdrawn.refusal.code === 'account_not_yours') throw answerNotFound();
  return redirectTo(`/usaha/${merchantId}/rekening`, language);
}
