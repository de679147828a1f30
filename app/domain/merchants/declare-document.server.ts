import { readMemberships } from '~/domain/identity/read-memberships.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { checkDocumentNumber, type NumberProblem, type NumberWarning } from './document-number';
import { answersFor, type DocumentAnswer, type DocumentKind } from './merchants';

export type DeclareDocumentRefusal =
  | { code: 'paper_number_wrong'; kind: DocumentKind; problem: NumberProblem }
  | { code: 'paper_always_needed'; kind: DocumentKind }
  | { code: 'nik_in_use' };

export interface Declaration {
  merchantId: MerchantId;
  kind: DocumentKind;
  answer: DocumentAnswer;
  /** As typed; empty or null = not told. Kept only sealed, and only for `have`. */
  number?: string | null;
  /** `YYYY-MM-DD` as printed on the paper; null = it has no end. */
  validUntil?: string | null;
  by: PersonId | null;
  secrets: Secrets;
  /** Demo numbers do not warn in the demo. */
  demo?: boolean;
  now: number;
}

/**
 * What a merchant says about one paper; "none yet" is as good an answer as "have". A number that does not fit is
 * refused, one that is only odd is kept and its warnings come back to be shown.
 */
export async function declareDocument(
  tx: Tx,
  { merchantId, kind, answer, validUntil, by, secrets, demo, now, ...given }: Declaration,
): Promise<Result<{ warnings: NumberWarning[] }, DeclareDocumentRefusal>> {
  if (!answersFor(kind).includes(answer)) return refuse({ code: 'paper_always_needed', kind });
  const typed = answer === 'have' ? (given.number ?? '').trim() : '';
  let number: string | null = null;
  let warnings: NumberWarning[] = [];
  if (typed !== '') {
    const checked = checkDocumentNumber(kind, typed, { year: new Date(now).getUTCFullYear(), demo });
    if (!checked.ok) return refuse({ code: 'paper_number_wrong', kind, problem: checked.refusal });
    ({ number, warnings } = checked.value);
  }
  const numberHmac = number === null ? null : secrets.hmac(`document:${kind}:${number}`);
  if (kind === 'ktp' && numberHmac !== null) {
    await lockNik(tx, { numberHmac, now });
    if (await isUsedByAnotherOwner(tx, { merchantId, numberHmac, by })) return refuse({ code: 'nik_in_use' });
  }
  const row = {
    answer,
    number_sealed: number === null ? null : secrets.seal(number),
    number_hmac: numberHmac,
    valid_until: answer === 'have' ? (validUntil ?? null) : null,
    declared_at: now,
    declared_by: by,
  };
  await tx
    .insertInto('merchant_document')
    .values({ merchant_id: merchantId, kind, ...row })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'kind']).doUpdateSet(row))
    .execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'merchant.paper_declared',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { kind, answer },
    now,
  });
  return accept({ warnings });
}

/** Of two owners with one NIK at once the second waits here for the first to commit, then reads what she wrote. */
async function lockNik(tx: Tx, { numberHmac, now }: { numberHmac: string; now: number }): Promise<void> {
  await tx
    .insertInto('merchant_nik')
    .values({ number_hmac: numberHmac, declared_at: now })
    .onConflict((conflict) => conflict.column('number_hmac').doUpdateSet({ declared_at: now }))
    .execute();
}

/** A NIK belongs to one active owner (foundations.md §2); her own second business is no second owner. */
async function isUsedByAnotherOwner(
  tx: Tx,
  { merchantId, numberHmac, by }: { merchantId: MerchantId; numberHmac: string; by: PersonId | null },
): Promise<boolean> {
  const others = await tx
    .selectFrom('merchant_document as d')
    .innerJoin('merchant_profile as m', 'm.id', 'd.merchant_id')
    .select('m.id')
    .where('d.kind', '=', 'ktp')
    .where('d.number_hmac', '=', numberHmac)
    .where('d.merchant_id', '!=', merchantId)
    .where('m.state', '!=', 'closed')
    .execute();
  if (others.length === 0) return false;
  const own = by === null ? [] : await readMemberships(tx, by);
  const mine = new Set(own.filter((member) => member.role === 'owner').map((member) => member.scopeId));
  return others.some((other) => !mine.has(other.id));
}
