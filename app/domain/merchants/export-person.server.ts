import type { Selectable } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { DataSubject } from '~/shared/personal-data';
import type { ExportList, ExportRow } from '~/shared/personal-export';
import type { MerchantProfileTable } from '~db/schema/merchants';

/** Her businesses as she described them, numbers of papers opened: they are hers. */
export async function exportMerchants(
  db: ReadDb,
  { personId, merchantIds }: DataSubject,
  secrets: Secrets,
): Promise<ExportList[]> {
  const answers = await db
    .selectFrom('merchant_sign_up_answer')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('field')
    .execute();
  const signUp: ExportList = {
    name: 'signUp',
    rows: answers.map((row) => ({ field: row.field, text: row.typed, at: row.saved_at })),
  };
  if (merchantIds.length === 0) return [signUp];
  const profiles = await db
    .selectFrom('merchant_profile')
    .selectAll()
    .where('id', 'in', merchantIds)
    .orderBy('id')
    .execute();
  const papers = await db
    .selectFrom('merchant_document')
    .selectAll()
    .where('merchant_id', 'in', merchantIds)
    .orderBy('merchant_id')
    .orderBy('kind')
    .execute();
  return [
    signUp,
    { name: 'businesses', rows: profiles.map(toBusiness) },
    await exportHours(db, merchantIds),
    await exportChanges(db, merchantIds),
    await exportContacts(db, merchantIds),
    await exportTyped(db, merchantIds),
    await exportChecks(db, merchantIds),
    {
      name: 'papers',
      rows: papers.map((row) => ({
        scope: row.merchant_id,
        kind: row.kind,
        answer: row.answer,
        number: row.number_sealed && secrets.open(row.number_sealed),
        day: row.valid_until,
        at: row.declared_at,
      })),
    },
    await exportReviews(db, merchantIds),
  ];
}

function toBusiness(row: Selectable<MerchantProfileTable>): ExportRow {
  return {
    id: row.id,
    stall: row.stall_name,
    code: row.slug,
    owner: row.owner_name,
    phone: row.phone,
    region: row.region_code,
    district: row.district,
    address: row.address,
    category: row.category,
    story: row.story,
    photo: row.photo_file_id,
    kbli: row.kbli_code,
    womanOwned: row.woman_owned,
    capital: row.capital,
    yearlySales: row.yearly_sales,
    qris: row.qris_criterion,
    state: row.state,
    reason: row.import_identity,
    since: row.created_at,
  };
}

/** What was handed in stands in the other lists; here is what became of it. */
async function exportReviews(db: ReadDb, merchantIds: DataSubject['merchantIds']): Promise<ExportList> {
  const revisions = await db
    .selectFrom('merchant_section_revision')
    .selectAll()
    .where('merchant_id', 'in', merchantIds)
    .orderBy('merchant_id')
    .orderBy('section')
    .orderBy('revision')
    .execute();
  return {
    name: 'reviews',
    rows: revisions.map((row) => ({
      scope: row.merchant_id,
      kind: row.section,
      since: row.at,
      state: row.decision,
      at: row.decided_at,
      reason: row.reason,
      text: row.fix,
    })),
  };
}

async function exportHours(db: ReadDb, merchantIds: DataSubject['merchantIds']): Promise<ExportList> {
  const hours = await db
    .selectFrom('merchant_hours')
    .selectAll()
    .where('merchant_id', 'in', merchantIds)
    .orderBy('merchant_id')
    .orderBy('weekday')
    .orderBy('line')
    .execute();
  return {
    name: 'hours',
    rows: hours.map((row) => ({
      scope: row.merchant_id,
      day: String(row.weekday),
      text: row.state === 'open' ? `${row.opens}–${row.closes}` : row.state,
    })),
  };
}

async function exportChanges(db: ReadDb, merchantIds: DataSubject['merchantIds']): Promise<ExportList> {
  const changes = await db
    .selectFrom('merchant_state_change')
    .selectAll()
    .where('merchant_id', 'in', merchantIds)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return {
    name: 'changes',
    rows: changes.map((row) => ({ scope: row.merchant_id, state: row.to_state, reason: row.why, at: row.at })),
  };
}

async function exportContacts(db: ReadDb, merchantIds: DataSubject['merchantIds']): Promise<ExportList> {
  const contacts = await db
    .selectFrom('merchant_contact')
    .selectAll()
    .where('merchant_id', 'in', merchantIds)
    .orderBy('merchant_id')
    .orderBy('kind')
    .execute();
  return {
    name: 'contacts',
    rows: contacts.map((row) => ({ scope: row.merchant_id, kind: row.kind, phone: row.phone, at: row.set_at })),
  };
}

/** What a helper typed and nobody has looked at: what stood there and what stands there now. */
async function exportTyped(db: ReadDb, merchantIds: DataSubject['merchantIds']): Promise<ExportList> {
  const typed = await db
    .selectFrom('merchant_field_author')
    .selectAll()
    .where('merchant_id', 'in', merchantIds)
    .where('after_value', 'is not', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return {
    name: 'typed',
    rows: typed.map((row) => ({
      scope: row.merchant_id,
      field: row.field,
      text: `${row.before_value} → ${row.after_value}`,
      at: row.at,
    })),
  };
}

async function exportChecks(db: ReadDb, merchantIds: DataSubject['merchantIds']): Promise<ExportList> {
  const checks = await db
    .selectFrom('merchant_document_check')
    .selectAll()
    .where('merchant_id', 'in', merchantIds)
    .orderBy('at')
    .orderBy('kind')
    .execute();
  return {
    name: 'paperChecks',
    rows: checks.map((row) => ({ kind: row.kind, state: row.outcome, text: row.note, at: row.at })),
  };
}
