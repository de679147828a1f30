import type { ReadDb } from '~/platform/app-context';
import type { DataSubject } from '~/shared/personal-data';
import type { ExportList } from '~/shared/personal-export';

/** What she learned and answered. These rows name nobody but by number, so they stay after an erasure. */
export async function exportTraining(db: ReadDb, { personId }: DataSubject): Promise<ExportList[]> {
  const events = await db
    .selectFrom('training_event')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('happened_at')
    .orderBy('id')
    .execute();
  return [
    {
      name: 'lessons',
      rows: events.map((row) => ({ name: row.lesson, kind: row.kind, text: row.data, at: row.happened_at })),
    },
  ];
}
