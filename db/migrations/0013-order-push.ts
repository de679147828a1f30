import { check, type Migration, primaryKey } from './columns';

/** Whom to tell when food is ready, and what went wrong on the square. */
export const orderPush: Migration = async ({ table, index }) => {
  await table(
    'order_push',
    {
      festival_id: 'text',
      order_id: 'text',
      endpoint_hash: 'text',
      endpoint: 'text',
      p256dh: 'text',
      auth: 'text',
      language: 'text',
      created_at: 'integer',
      gone_at: 'integer?',
    },
    [primaryKey('festival_id', 'order_id', 'endpoint_hash')],
  );

  await table(
    'festival_incident',
    {
      id: 'text',
      festival_id: 'text',
      participation_id: 'text?',
      kind: 'text',
      severity: 'text',
      text: 'text',
      at: 'integer',
      by_person_id: 'text',
      closed_at: 'integer?',
      closed_by: 'text?',
    },
    [
      primaryKey('id'),
      check("severity in ('low', 'serious', 'danger')"),
      check('(closed_at is null) = (closed_by is null)'),
    ],
  );
  await index('festival_incident', ['festival_id', 'at']);
};
