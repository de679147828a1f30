import { readMerchant } from '~/domain/merchants/read-merchant.server';
import type { MerchantId } from '~/shared/ids';
import { answerNotFound } from '~/web/answer.server';
import { type PageArgs, requireRight } from '~/web/rights.server';

/** Who asks about which business's people: first line of every loader and action below /usaha/:merchantId/tim. */
export async function openTeam(args: PageArgs, right: 'merchant.view' | 'merchant.team') {
  const merchantId = args.params.merchantId as MerchantId;
  const asked = await requireRight(args, right, merchantId);
  const merchant = await readMerchant(asked.app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const scope = { scopeKind: 'merchant', scopeId: merchantId } as const;
  return { ...asked, merchantId, scope, merchant: { id: merchant.id, name: merchant.stallName } };
}
