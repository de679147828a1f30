import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { removeFiles } from '~/platform/file.server';
import type { FileId, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { changePaper } from './internal/change-paper.server';
import type { DocumentKind } from './merchants';

export type RemovePageRefusal = { code: 'page_gone' };

/** Takes a page away for good: its bytes are deleted, that it was there and who saw it stays. */
export async function removeDocumentPage(
  tx: Tx,
  {
    merchantId,
    kind,
    fileId,
    by,
    now,
  }: { merchantId: MerchantId; kind: DocumentKind; fileId: FileId; by: PersonId; now: number },
): Promise<Result<void, RemovePageRefusal>> {
  const removed = await tx
    .updateTable('merchant_document_page')
    .set({ removed_at: now })
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .where('file_id', '=', fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (removed.numUpdatedRows === 0n) return refuse({ code: 'page_gone' });
  await changePaper(tx, { merchantId, kind, by, now });
  await removeFiles(tx, [fileId]);
  await recordAudit(tx, {
    actorId: by,
    action: 'merchant.paper_page_removed',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { kind, fileId },
    now,
  });
  return accept();
}
