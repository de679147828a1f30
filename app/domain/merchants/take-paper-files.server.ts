import type { AppContext } from '~/platform/app-context';
import type { PaperPage } from '~/platform/draw-paper.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { PaperRefusal } from '~/shared/platform-refusals';
import { accept, type Result } from '~/shared/result';
import { type AddPagesRefusal, addDocumentPages, sealPages } from './add-document-pages.server';
import type { DocumentKind } from './merchants';
import { PAPER_PAGES_MAX } from './paper';

/**
 * Photos and PDFs as they were sent become sealed pages of a paper. Of what was sent nothing is kept, its name included;
 * one bad file refuses them all.
 */
export async function takePaperFiles(
  app: AppContext,
  {
    files,
    ...paper
  }: { files: readonly Blob[]; merchantId: MerchantId; kind: DocumentKind; by: PersonId; now: number },
): Promise<Result<void, PaperRefusal | AddPagesRefusal>> {
  const pages: PaperPage[] = [];
  for (const file of files.slice(0, PAPER_PAGES_MAX + 1)) {
    const drawn = await app.ports.images.drawPaper(new Uint8Array(await file.arrayBuffer()), PAPER_PAGES_MAX);
    if (!drawn.ok) return drawn;
    pages.push(...drawn.value);
  }
  if (pages.length === 0) return accept();
  const sealed = sealPages(pages, { ...paper, secrets: app.ports.secrets });
  return app.inTransaction((tx) => addDocumentPages(tx, { ...paper, pages: sealed }));
}
