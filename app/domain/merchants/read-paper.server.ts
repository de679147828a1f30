import type { ReadDb } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import { type FileId, type MerchantId, parseId } from '~/shared/ids';
import { checkDocumentNumber, type NumberWarning } from './document-number';
import { type DocumentAnswer, type DocumentKind, isDocumentKind } from './merchants';
import { type CheckLevel, type CheckOutcome, type PaperField, type PaperWarning, paperWarnings } from './paper';
import { readDocumentNumber, readDocuments } from './read-documents.server';
import { readMerchant } from './read-merchant.server';
import { readPaperRules } from './read-paper-rules.server';

export interface PaperPageRow {
  fileId: FileId;
  addedAt: number;
}

export interface PaperCheck {
  level: CheckLevel;
  scopeId: string;
  outcome: CheckOutcome;
  note: string | null;
  at: number;
  byName: string | null;
  /** The paper changed since. */
  lapsed: boolean;
}

/** A declared paper as people see it; its number only where `readOwnPaper` adds it. */
export interface Paper {
  kind: DocumentKind;
  answer: DocumentAnswer;
  hasNumber: boolean;
  edition: string | null;
  issuedOn: string | null;
  validUntil: string | null;
  source: string;
  revision: number;
  declaredAt: number;
  pages: PaperPageRow[];
  checks: PaperCheck[];
}

/** One paper with its pages and checks; null when nothing was said of it. */
export async function readPaper(
  db: ReadDb,
  { merchantId, kind }: { merchantId: MerchantId; kind: DocumentKind },
): Promise<Paper | null> {
  const row = await db
    .selectFrom('merchant_document')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!row) return null;
  const pages = await db
    .selectFrom('merchant_document_page')
    .select(['file_id as fileId', 'added_at as addedAt'])
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute();
  const checks = await db
    .selectFrom('merchant_document_check as check')
    .leftJoin('identity_person as person', 'person.id', 'check.by')
    .select(['level', 'scope_id as scopeId', 'outcome', 'note', 'at', 'revision', 'person.name as byName'])
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .execute();
  return {
    kind,
    answer: row.answer as DocumentAnswer,
    hasNumber: row.number_sealed !== null,
    edition: row.edition,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    source: row.source,
    revision: row.revision,
    declaredAt: row.declared_at,
    pages,
    checks: checks.map(({ revision, ...check }) => ({
      ...check,
      level: check.level as CheckLevel,
      outcome: check.outcome as CheckOutcome,
      lapsed: revision !== row.revision,
    })),
  };
}

/** A paper that its owner says she has, from an address; null for anything else. */
export async function readHeldPaper(db: ReadDb, named: { merchantId?: string; kind?: string }) {
  const merchantId = parseId('mrc', named.merchantId);
  const { kind } = named;
  if (!merchantId || !isDocumentKind(kind)) return null;
  const merchant = await readMerchant(db, merchantId);
  const paper = await readPaper(db, { merchantId, kind });
  if (!merchant || paper?.answer !== 'have') return null;
  return { merchant: { id: merchant.id, name: merchant.stallName }, paper };
}

/** A paper for whoever may change it: its number opened, what is odd about it, and what its kind asks. */
export async function readOwnPaper(
  db: ReadDb,
  {
    merchantId,
    kind,
    secrets,
    today,
    demo,
  }: { merchantId: MerchantId; kind: DocumentKind; secrets: Secrets; today: string; demo: boolean },
) {
  const paper = await readPaper(db, { merchantId, kind });
  const rules = await readPaperRules(db, { kind, today, issuedOn: paper?.issuedOn ?? null });
  const number = await readDocumentNumber(db, { merchantId, kind, secrets });
  const warnings: (NumberWarning | PaperWarning)[] = paper ? paperWarnings(paper, rules, today) : [];
  if (number !== null) {
    const nik = kind === 'npwp' ? await readDocumentNumber(db, { merchantId, kind: 'ktp', secrets }) : null;
    const checked = checkDocumentNumber(kind, number, { year: Number(today.slice(0, 4)), demo, nik });
    if (checked.ok) warnings.unshift(...checked.value.warnings);
  }
  return { paper, number, warnings, asks: [...rules.asks] satisfies PaperField[] };
}

/** Every declared paper with how many pages it has and whether a verifier found it fitting, for a list. */
export async function readPaperList(db: ReadDb, merchantId: MerchantId) {
  const documents = await readDocuments(db, merchantId);
  const pages = await db
    .selectFrom('merchant_document_page')
    .select(['kind', ({ fn }) => fn.countAll<number>().as('pages')])
    .where('merchant_id', '=', merchantId)
    .where('removed_at', 'is', null)
    .groupBy('kind')
    .execute();
  const fitting = await db
    .selectFrom('merchant_document_check as check')
    .innerJoin('merchant_document as paper', (join) =>
      join
        .onRef('paper.merchant_id', '=', 'check.merchant_id')
        .onRef('paper.kind', '=', 'check.kind')
        .onRef('paper.revision', '=', 'check.revision'),
    )
    .select('check.kind')
    .where('check.merchant_id', '=', merchantId)
    .where('check.level', '=', 'platform')
    .where('check.outcome', '=', 'fits')
    .execute();
  const pagesOf = new Map(pages.map((row) => [row.kind, Number(row.pages)]));
  const checked = new Set(fitting.map(({ kind }) => kind));
  return documents.map((paper) => ({
    ...paper,
    pages: pagesOf.get(paper.kind) ?? 0,
    isChecked: checked.has(paper.kind),
  }));
}
