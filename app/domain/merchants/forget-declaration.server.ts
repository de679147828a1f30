import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { type DeclareDocumentRefusal, declareDocument } from './declare-document.server';
import { handInChanged } from './internal/hand-in-sections.server';
import { readDeclared } from './internal/read-declared.server';
import type { DocumentKind } from './merchants';

export interface Forgetting {
  merchantId: MerchantId;
  kind: DocumentKind;
  by: PersonId;
  secrets: Secrets;
  now: number;
}

/**
 * A paper goes back to "not answered", as it was before somebody answered for her. One that was photographed since stays
 * a paper she has, without what was typed: a photograph is her own and is not taken away by an undo.
 */
export async function forgetDeclaration(
  tx: Tx,
  { merchantId, kind, by, secrets, now }: Forgetting,
): Promise<Result<undefined, DeclareDocumentRefusal>> {
  await readDeclared(tx, { merchantId, kind });
  if (await isPhotographed(tx, { merchantId, kind })) {
    const kept = await declareDocument(tx, { merchantId, kind, answer: 'have', by, secrets, now });
    return kept.ok ? accept() : kept;
  }
  // Revisions begin anew with the next answer, so a check of an old one would be taken for a check of that.
  await tx
    .deleteFrom('merchant_document_check')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .execute();
  await tx.deleteFrom('merchant_document').where('merchant_id', '=', merchantId).where('kind', '=', kind).execute();
  await handInChanged(tx, { merchantId, by, now });
  await recordAudit(tx, {
    actorId: by,
    action: 'merchant.paper_forgotten',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { kind },
    now,
  });
  return accept();
}

async function isPhotographed(tx: Tx, { merchantId, kind }: Pick<Forgetting, 'merchantId' | 'kind'>): Promise<boolean> {
  const page = await tx
    .selectFrom('merchant_document_page')
    .select('file_id')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .where('removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return page !== undefined;
}
