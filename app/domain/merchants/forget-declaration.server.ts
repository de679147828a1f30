import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { DocumentKind } from './merchants';

/** A paper goes back to "not answered", as it was before somebody answered for her. */
export async function forgetDeclaration(
  tx: Tx,
  { merchantId, kind, by, now }: { merchantId: MerchantId; kind: DocumentKind; by: PersonId; now: number },
): Promise<void> {
  await tx.deleteFrom('merchant_document').where('merchant_id', '=', merchantId).where('kind', '=', kind).execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'merchant.paper_forgotten',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { kind },
    now,
  });
}
