import { belongsTo } from '~/domain/identity/belongs-to.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import { checkDocumentNumber, type NumberProblem } from './document-number';
import type { DocumentKind } from './merchants';
import type { CheckLevel, CheckOutcome } from './paper';

export type CheckDocumentRefusal =
  | { code: 'paper_not_yours' }
  | { code: 'paper_moved' }
  | { code: 'paper_not_held' }
  | { code: 'paper_number_wrong'; kind: DocumentKind; problem: NumberProblem }
  | { code: 'paper_number_differs' };

export interface DocumentCheck {
  merchantId: MerchantId;
  kind: DocumentKind;
  level: CheckLevel;
  /** `installation`, the organisation's id or the festival's. */
  scopeId: string;
  /** The revision she looked at. */
  revision: number;
  outcome: CheckOutcome;
  /** For the owner. */
  note: string | null;
  /** The number as she reads it in the photo; compared with the owner's by HMAC, so that neither sees more than she has. */
  numberRead: string | null;
  secrets: Secrets;
  by: PersonId;
  now: number;
}

/** What somebody found who compared a paper. It counts for the revision she saw; a paper that changed meanwhile is refused. */
export async function checkDocument(
  tx: Tx,
  { merchantId, kind, level, scopeId, revision, outcome, note, by, now, ...read }: DocumentCheck,
): Promise<Result<void, CheckDocumentRefusal>> {
  if (await belongsTo(tx, { personId: by, merchantId })) return refuse({ code: 'paper_not_yours' });
  // Held, so that neither the owner nor somebody who saw another revision comes between reading and writing.
  const paper = await lockRows(
    tx
      .selectFrom('merchant_document')
      .select(['revision', 'answer', 'number_hmac'])
      .where('merchant_id', '=', merchantId)
      .where('kind', '=', kind),
  ).executeTakeFirst();
  if (paper?.answer !== 'have') return refuse({ code: 'paper_not_held' });
  if (paper.revision !== revision) return refuse({ code: 'paper_moved' });
  if (outcome === 'fits' && read.numberRead !== null && paper.number_hmac !== null) {
    const compared = compareNumber({ kind, ...read, numberRead: read.numberRead, kept: paper.number_hmac, now });
    if (!compared.ok) return compared;
  }
  const found = { revision, outcome, note, at: now, by };
  await tx
    .insertInto('merchant_document_check')
    .values({ merchant_id: merchantId, kind, level, scope_id: scopeId, ...found })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'kind', 'level', 'scope_id']).doUpdateSet(found))
    .execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'merchant.paper_checked',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { kind, level, scopeId, revision, outcome },
    now,
  });
  return accept();
}

function compareNumber({
  kind,
  numberRead,
  kept,
  secrets,
  now,
}: Pick<DocumentCheck, 'kind' | 'secrets' | 'now'> & { numberRead: string; kept: string }): Result<
  void,
  CheckDocumentRefusal
> {
  const checked = checkDocumentNumber(kind, numberRead, { year: new Date(now).getUTCFullYear() });
  if (!checked.ok) return refuse({ code: 'paper_number_wrong', kind, problem: checked.refusal });
  const isSame = secrets.hmac(`document:${kind}:${checked.value.number}`) === kept;
  return isSame ? accept() : refuse({ code: 'paper_number_differs' });
}
