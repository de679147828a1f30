import { readSlip } from '~/domain/orders/read-slip.server';
import { readStallOwner } from '~/domain/stalls/read-stall-owner.server';
import { noteSlipChecked } from '~/domain/wallet/note-slip-checked.server';
import type { MerchantId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** "Sudah saya periksa": only a tap counts, since opening a page is no reading. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const day = args.params.day ?? '';
  const { app, person, language, now } = await requireRight(args, 'merchant.money', merchantId);
  const owner = await readStallOwner(app.db, args.params.participationId);
  if (owner?.merchantId !== merchantId) throw answerNotFound();
  const { participationId } = owner;
  if (!(await readSlip(app.db, { participationId, day }))) throw answerNotFound();
  await app.inTransaction((tx) => noteSlipChecked(tx, { merchantId, participationId, day, by: person.id, now }));
  return redirectTo(`/usaha/${merchantId}/penjualan/${participationId}/${day}`, language);
}
