import { type Insertable, sql } from 'kysely';
import { readMemberships } from '~/domain/identity/read-memberships.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { dayOf } from '~/shared/time';
import type { MerchantDocumentTable } from '~db/schema/merchants';
import { checkDocumentNumber, type NumberProblem, type NumberWarning } from './document-number';
import { handInChanged } from './internal/hand-in-sections.server';
import { readDeclared } from './internal/read-declared.server';
import type { KbliEdition } from './kbli';
import { answersFor, type DocumentAnswer, type DocumentKind } from './merchants';
import { noteTyped } from './note-typed.server';
import { documentField } from './typed-field';

export type DeclareDocumentRefusal =
  | { code: 'paper_number_wrong'; kind: DocumentKind; problem: NumberProblem }
  | { code: 'paper_always_needed'; kind: DocumentKind }
  | { code: 'paper_dates_crossed'; issuedOn: string; validUntil: string }
  | { code: 'paper_issued_later'; issuedOn: string }
  | { code: 'nik_in_use' };

export interface Declaration {
  merchantId: MerchantId;
  kind: DocumentKind;
  answer: DocumentAnswer;
  /** As typed; empty or null = not told. Kept only sealed, and only for `have`. */
  number?: string | null;
  /** `YYYY-MM-DD` as printed on the paper; null = it has no end. */
  validUntil?: string | null;
  /** `YYYY-MM-DD` as printed; null = not told. */
  issuedOn?: string | null;
  /** Of an NIB: the edition of the KBLI its codes stand in. */
  edition?: KbliEdition | null;
  /** Who brings it: the owner herself, who helps her, or an organisation's file. */
  source?: 'owner' | 'helper' | 'import';
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
  { merchantId, kind, answer, by, secrets, demo, now, ...given }: Declaration,
): Promise<Result<{ warnings: NumberWarning[] }, DeclareDocumentRefusal>> {
  if (!answersFor(kind).includes(answer)) return refuse({ code: 'paper_always_needed', kind });
  const dates = readDates({ answer, now, ...given });
  if (!dates.ok) return dates;
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
    ...dates.value,
    edition: answer === 'have' ? (given.edition ?? null) : null,
    source: given.source ?? 'owner',
    declared_at: now,
    declared_by: by,
  };
  const before = await readDeclared(tx, { merchantId, kind });
  await writePaper(tx, { merchant_id: merchantId, kind, ...row });
  const after = await readDeclared(tx, { merchantId, kind });
  // A number that only was sealed anew is the same number.
  const isSame = before !== null && before.numberHmac === numberHmac && after !== null;
  const change = {
    field: documentField(kind),
    before,
    after: isSame ? { ...after, numberSealed: before.numberSealed } : after,
  };
  await noteTyped(tx, { merchantId, by, changes: [change], now });
  await handInChanged(tx, { merchantId, by, now });
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

/** Both dates, kept only for a paper she has. No paper ends before it begins or was issued after today. */
function readDates({
  answer,
  issuedOn = null,
  validUntil = null,
  now,
}: Pick<Declaration, 'answer' | 'issuedOn' | 'validUntil' | 'now'>): Result<
  { issued_on: string | null; valid_until: string | null },
  DeclareDocumentRefusal
> {
  if (answer !== 'have') return accept({ issued_on: null, valid_until: null });
  if (issuedOn && validUntil && validUntil < issuedOn) {
    return refuse({ code: 'paper_dates_crossed', issuedOn, validUntil });
  }
  // By the easternmost clock, so that nobody's today is tomorrow.
  if (issuedOn && issuedOn > dayOf(now, 'Asia/Jayapura')) return refuse({ code: 'paper_issued_later', issuedOn });
  return accept({ issued_on: issuedOn, valid_until: validUntil });
}

/** The same said again is no change, so checks of it go on. */
async function writePaper(tx: Tx, row: Omit<Insertable<MerchantDocumentTable>, 'revision'>): Promise<void> {
  const isSame = sql.join(
    (['answer', 'number_hmac', 'valid_until', 'issued_on', 'edition'] as const).map(
      (column) => sql`merchant_document.${sql.ref(column)} is not distinct from excluded.${sql.ref(column)}`,
    ),
    sql` and `,
  );
  const revision = sql<number>`merchant_document.revision + case when ${isSame} then 0 else 1 end`;
  await tx
    .insertInto('merchant_document')
    .values({ ...row, revision: 1 })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'kind']).doUpdateSet({ ...row, revision }))
    .execute();
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
