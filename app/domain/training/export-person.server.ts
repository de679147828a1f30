import type { ReadDb } from '~/platform/app-context';
import type { DataSubject } from '~/shared/personal-data';
import type { ExportList, ExportRow } from '~/shared/personal-export';

/** What she learned and answered, the certificates of her businesses, and what was noted of a talk about them. */
export async function exportTraining(db: ReadDb, { personId, merchantIds }: DataSubject): Promise<ExportList[]> {
  const events = await db
    .selectFrom('training_event')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('happened_at')
    .orderBy('id')
    .execute();
  const learned = events.map((row) => ({ name: row.lesson, kind: row.kind, text: row.data, at: row.happened_at }));
  return [{ name: 'lessons', rows: [...learned, ...(await readAboutBusinesses(db, merchantIds))] }];
}

async function readAboutBusinesses(db: ReadDb, merchantIds: DataSubject['merchantIds']): Promise<ExportRow[]> {
  if (merchantIds.length === 0) return [];
  const certificates = await db
    .selectFrom('training_certificate')
    .selectAll()
    .where('merchant_id', 'in', [...merchantIds])
    .orderBy('issued_at')
    .execute();
  const talks = await db
    .selectFrom('training_coaching')
    .selectAll()
    .where('merchant_id', 'in', [...merchantIds])
    .orderBy('closed_at')
    .execute();
  return [
    ...certificates.map((row) => ({
      kind: 'certificate',
      name: row.course,
      code: row.code,
      owner: row.holder,
      stall: row.stall,
      region: row.city,
      reason: row.revoked_why,
      at: row.issued_at,
      until: row.valid_until,
    })),
    ...talks.map((row) => ({ kind: `coaching_${row.reason}`, name: row.lesson, text: row.note, at: row.closed_at })),
  ];
}
