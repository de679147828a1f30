import type { DataSubject } from '~/shared/personal-data';
import type { ExportList } from '~/shared/personal-export';
import type { ReadDb } from './app-context';

/** Messages sent to a person, and the trail of what was done by her and about her (UU 27/2022 art. 31, 32). */
export async function exportRecords(db: ReadDb, { personId, merchantIds }: DataSubject): Promise<ExportList[]> {
  const messages = await db
    .selectFrom('platform_message')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  const trail = await db
    .selectFrom('platform_audit')
    .select(['at', 'action', 'subject_kind', 'subject_id'])
    .where((either) =>
      either.or([either('actor_id', '=', personId), either('subject_id', 'in', [personId, ...merchantIds])]),
    )
    .orderBy('at')
    .orderBy('id')
    .execute();
  return [
    {
      name: 'messages',
      rows: messages.map((row) => ({
        at: row.sent_at,
        kind: row.channel,
        recipient: row.recipient,
        name: row.subject,
        text: row.text,
      })),
    },
    {
      name: 'trail',
      rows: trail.map((row) => ({ at: row.at, kind: row.action, scope: row.subject_kind, id: row.subject_id })),
    },
  ];
}
