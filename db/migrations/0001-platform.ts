import { check, type Migration, primaryKey, unique } from './columns';

/** Tables every capability needs. */
export const platformTables: Migration = async ({ table, index, forbidChanges }) => {
  await table(
    'platform_outbox',
    {
      id: 'text',
      kind: 'text',
      key: 'text',
      payload: 'text',
      created_at: 'integer',
      due_at: 'integer',
      attempts: 'integer',
      leased_until: 'integer?',
      leased_by: 'text?',
      last_error: 'text?',
      done_at: 'integer?',
      stuck_at: 'integer?',
      cancelled_at: 'integer?',
      cancelled_by: 'text?',
    },
    [primaryKey('id'), unique('key'), check('attempts >= 0')],
  );
  // The worker asks this many times a second, so the index holds only what is still to be done.
  await index('platform_outbox', ['due_at', 'id'], {
    where: 'done_at is null and stuck_at is null and cancelled_at is null',
  });
  await index('platform_outbox', ['stuck_at'], { where: 'stuck_at is not null' });
  await index('platform_outbox', ['created_at', 'id']);

  await table(
    'platform_message',
    {
      id: 'text',
      outbox_id: 'text',
      person_id: 'text?',
      channel: 'text',
      recipient: 'text',
      template: 'text',
      subject: 'text?',
      text: 'text?',
      link: 'text?',
      provider_reference: 'text?',
      sent_at: 'integer',
    },
    [primaryKey('id'), unique('outbox_id')],
  );
  await index('platform_message', ['sent_at', 'id']);
  await index('platform_message', ['recipient', 'sent_at']);

  await table(
    'platform_audit',
    {
      id: 'text',
      at: 'integer',
      actor_id: 'text?',
      action: 'text',
      subject_kind: 'text',
      subject_id: 'text',
      details: 'text',
    },
    [primaryKey('id')],
  );
  await index('platform_audit', ['subject_kind', 'subject_id', 'at']);
  await forbidChanges('platform_audit');

  await table(
    'platform_idempotency',
    { scope: 'text', key: 'text', content_hash: 'text', result: 'text', created_at: 'integer' },
    [primaryKey('scope', 'key')],
  );

  await table(
    'platform_file',
    {
      id: 'text',
      owner_kind: 'text',
      owner_id: 'text',
      visibility: 'text',
      content_type: 'text',
      bytes: 'bytes',
      byte_size: 'integer',
      sha256: 'text',
      width: 'integer?',
      height: 'integer?',
      created_at: 'integer',
    },
    [
      primaryKey('id'),
      check("visibility in ('public', 'private')"),
      check('byte_size > 0 and byte_size <= 300000'),
      check('length(bytes) = byte_size'),
    ],
  );
  await index('platform_file', ['owner_kind', 'owner_id']);

  await table('platform_topic', { topic: 'text', version: 'integer', touched_at: 'integer' }, [
    primaryKey('topic'),
    check('version > 0'),
  ]);
};
