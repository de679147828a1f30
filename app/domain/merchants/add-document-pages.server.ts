import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { PaperPage } from '~/platform/draw-paper.server';
import { storeFile } from '~/platform/file.server';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { changePaper, holdPaper } from './internal/change-paper.server';
import { handInChanged } from './internal/hand-in-sections.server';
import { readDeclared } from './internal/read-declared.server';
import type { DocumentKind } from './merchants';
import { noteTyped } from './note-typed.server';
import { PAPER_PAGES_MAX, pageContext } from './paper';
import { documentField } from './typed-field';

export type AddPagesRefusal = { code: 'pages_full'; room: number; pagesMax: number };

/**
 * Adds pages to a paper, sealed; having a picture of it is having it, so that is what she then declared. The pictures
 * were made anew before (`ports.images.drawPaper`) and sealed by `sealPages`.
 */
export async function addDocumentPages(
  tx: Tx,
  {
    merchantId,
    kind,
    pages,
    by,
    now,
  }: { merchantId: MerchantId; kind: DocumentKind; pages: readonly SealedPage[]; by: PersonId; now: number },
): Promise<Result<void, AddPagesRefusal>> {
  // From here to the commit, so two uploads at once are counted one after the other.
  const before = await holdPaper(tx, { merchantId, kind, by, now });
  const known = await tx
    .selectFrom('merchant_document_page')
    .select(['position', 'fingerprint', 'removed_at'])
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .execute();
  const there = known.filter((page) => page.removed_at === null).map((page) => page.fingerprint);
  // A second tap sends the same picture again.
  const added = pages.filter(({ fingerprint }) => !there.includes(fingerprint));
  const room = PAPER_PAGES_MAX - there.length;
  if (added.length > room) return refuse({ code: 'pages_full', room, pagesMax: PAPER_PAGES_MAX });
  // Nothing new is no change, so checks of it go on.
  if (added.length === 0 && before?.answer === 'have') return accept();
  let position = Math.max(0, ...known.map((page) => page.position));
  for (const { fingerprint, ...page } of added) {
    position += 1;
    const file = { ownerKind: 'document', ownerId: merchantId, visibility: 'private' } as const;
    const fileId = await storeFile(tx, { ...file, ...page, now });
    await tx
      .insertInto('merchant_document_page')
      .values({
        merchant_id: merchantId,
        kind,
        position,
        file_id: fileId,
        fingerprint,
        added_at: now,
        added_by: by,
        removed_at: null,
      })
      .execute();
  }
  await changePaper(tx, { merchantId, kind, answer: 'have', by, now });
  const after = await readDeclared(tx, { merchantId, kind });
  await noteTyped(tx, { merchantId, by, changes: [{ field: documentField(kind), before, after }], now });
  await handInChanged(tx, { merchantId, by, now });
  const details = { kind, pages: added.length };
  await recordAudit(tx, {
    actorId: by,
    action: 'merchant.paper_pages_added',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details,
    now,
  });
  return accept();
}

/** A page as it is kept. */
export interface SealedPage extends PaperPage {
  /** Tells the same picture again without opening the one that is kept. */
  fingerprint: string;
}

/** Seals pages to their paper, outside the unit of work; the same picture twice among them is one. */
export function sealPages(
  pages: readonly PaperPage[],
  { merchantId, kind, secrets }: { merchantId: MerchantId; kind: DocumentKind; secrets: Secrets },
): SealedPage[] {
  const context = pageContext(merchantId, kind);
  const sealed = pages.map((page): [string, SealedPage] => {
    const fingerprint = secrets.hmac(`${context} ${Buffer.from(page.bytes).toString('base64')}`);
    return [fingerprint, { ...page, fingerprint, bytes: secrets.sealBytes(page.bytes, context) }];
  });
  return [...new Map(sealed).values()];
}
