import type { ReadDb, Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId } from '~/shared/ids';
import type { DocumentAnswer, DocumentKind } from './merchants';

/** A declared paper. The number is never here: see `readDocumentNumber`. */
export interface DeclaredDocument {
  kind: DocumentKind;
  answer: DocumentAnswer;
  hasNumber: boolean;
  /** `YYYY-MM-DD`; null = no end told. */
  validUntil: string | null;
  declaredAt: number;
}

/** What a merchant has said about her papers; a kind she has not answered is not in the list. */
export async function readDocuments(db: ReadDb | Tx, merchantId: MerchantId): Promise<DeclaredDocument[]> {
  const rows = await db
    .selectFrom('merchant_document')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as DocumentKind,
    answer: row.answer as DocumentAnswer,
    hasNumber: row.number_sealed !== null,
    validUntil: row.valid_until,
    declaredAt: row.declared_at,
  }));
}

/** The number of one paper, opened, for its owner's own form; null when none was told. */
export async function readDocumentNumber(
  db: ReadDb,
  { merchantId, kind, secrets }: { merchantId: MerchantId; kind: DocumentKind; secrets: Secrets },
): Promise<string | null> {
  const row = await db
    .selectFrom('merchant_document')
    .select('number_sealed')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.number_sealed ? secrets.open(row.number_sealed) : null;
}

/** What a paper says about a span of days: the question is never "uploaded?" but "valid then?" (A3). */
export type DocumentStanding = 'valid' | 'ends_before' | 'in_process' | 'none_yet' | 'not_needed' | 'not_halal';

/**
 * Each merchant's papers against a span of days (`YYYY-MM-DD`, both included). `valid` holds to its last day;
 * a kind that was not answered is absent from the inner map, a merchant without answers has an empty one.
 */
export async function documentsValidOn(
  db: ReadDb | Tx,
  merchantIds: readonly MerchantId[],
  { to }: { from: string; to: string },
): Promise<Map<MerchantId, Map<DocumentKind, DocumentStanding>>> {
  const standing = new Map(merchantIds.map((id) => [id, new Map<DocumentKind, DocumentStanding>()]));
  if (merchantIds.length === 0) return standing;
  const rows = await db
    .selectFrom('merchant_document')
    .select(['merchant_id', 'kind', 'answer', 'valid_until'])
    .where('merchant_id', 'in', [...merchantIds])
    .execute();
  for (const row of rows) {
    const ended = row.valid_until !== null && row.valid_until < to;
    const said = row.answer === 'have' ? (ended ? 'ends_before' : 'valid') : row.answer;
    standing.get(row.merchant_id)?.set(row.kind as DocumentKind, said as DocumentStanding);
  }
  return standing;
}
