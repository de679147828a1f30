import type { Tx } from '~/platform/app-context';
import { readFileRow } from '~/platform/file.server';
import type { Secrets } from '~/platform/secret.server';
import { type FileId, type MerchantId, newId, type PersonId } from '~/shared/ids';
import type { DocumentKind } from './merchants';
import { pageContext, type ViewRight } from './paper';

export interface ViewedPage {
  bytes: Uint8Array;
  contentType: string;
}

/**
 * A page of a paper, opened, for somebody whose right the caller has asked; that she was shown it is written down in the
 * same unit of work, before a byte leaves. Null when this paper has no such page. Others than its owner see pages only
 * while she says that she has the paper.
 */
export async function viewDocumentPage(
  tx: Tx,
  {
    merchantId,
    kind,
    fileId,
    viewerId,
    right,
    secrets,
    now,
  }: {
    merchantId: MerchantId;
    kind: DocumentKind;
    fileId: FileId;
    viewerId: PersonId;
    right: ViewRight;
    secrets: Secrets;
    now: number;
  },
): Promise<ViewedPage | null> {
  const page = await tx
    .selectFrom('merchant_document_page as page')
    .innerJoin('merchant_document as paper', (join) =>
      join.onRef('paper.merchant_id', '=', 'page.merchant_id').onRef('paper.kind', '=', 'page.kind'),
    )
    .select('page.file_id')
    .where('page.merchant_id', '=', merchantId)
    .where('page.kind', '=', kind)
    .where('page.file_id', '=', fileId)
    .where('page.removed_at', 'is', null)
    .$if(right !== 'merchant.edit', (query) => query.where('paper.answer', '=', 'have'))
    .executeTakeFirst();
  const file = page && (await readFileRow(tx, page.file_id));
  if (!file) return null;
  await tx
    .insertInto('merchant_document_view')
    .values({
      id: newId('dvw', now),
      merchant_id: merchantId,
      kind,
      file_id: fileId,
      viewer_id: viewerId,
      right,
      at: now,
    })
    .execute();
  return { bytes: secrets.openBytes(file.bytes, pageContext(merchantId, kind)), contentType: file.content_type };
}
