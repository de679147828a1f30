import { check, type Migration, primaryKey } from './columns';

/** What people ask about their own data, and who has been erased. */
export const privacyTables: Migration = async ({ table, index }) => {
  await table(
    'privacy_request',
    {
      id: 'text',
      person_id: 'text',
      kind: 'text',
      state: 'text',
      asked_at: 'integer',
      due_at: 'integer',
      field: 'text?',
      wanted: 'text?',
      taken_at: 'integer?',
      taken_by: 'text?',
      ended_at: 'integer?',
      ended_by: 'text?',
      refusal: 'text?',
      answer: 'text?',
      expires_at: 'integer?',
      lifted_at: 'integer?',
    },
    [
      primaryKey('id'),
      check("kind in ('export', 'correction', 'erasure', 'restriction')"),
      check("state in ('asked', 'taken', 'erasing', 'answered', 'refused', 'withdrawn')"),
    ],
  );
  // One open request of a kind: a double tap is one request.
  await index('privacy_request', ['person_id', 'kind'], {
    where: "state in ('asked', 'taken', 'erasing')",
    isUnique: true,
  });
  await index('privacy_request', ['person_id', 'asked_at']);
  await index('privacy_request', ['due_at', 'id']);

  await table(
    'platform_tombstone',
    { subject_kind: 'text', subject_id: 'text', erased_at: 'integer', request_id: 'text?' },
    [primaryKey('subject_kind', 'subject_id')],
  );
};
