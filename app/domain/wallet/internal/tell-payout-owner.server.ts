import { tellMembers } from '~/domain/identity/tell-members.server';
import type { Tx } from '~/platform/app-context';
import type { Id, MerchantId } from '~/shared/ids';
import type { PayoutMessage } from '~/shared/message-templates';
import { accountLabel } from '../payout-account';

/** Her owners hear of every step of a payout account, since whoever changes it may not be one of them. */
export async function tellPayoutOwner(
  tx: Tx,
  given: {
    id: Id<'pac'>;
    merchantId: MerchantId;
    bank: string;
    numberEnd: string;
    template: PayoutMessage;
    values?: Record<string, string | number>;
    now: number;
  },
): Promise<void> {
  const { id, merchantId, template, values = {}, now } = given;
  await tellMembers(tx, {
    scope: { scopeKind: 'merchant', scopeId: merchantId },
    role: 'owner',
    template,
    values: { account: accountLabel(given), ...values },
    path: `/usaha/${merchantId}/rekening`,
    key: `${template}:${id}`,
    now,
  });
}
