import { type Migration, primaryKey } from './columns';

/** Courses: what merchants did, as it happened, and what was seen of it in their shops. */
export const trainingTables: Migration = async ({ table, index, forbidChanges }) => {
  await table(
    'training_event',
    {
      id: 'text',
      merchant_id: 'text',
      person_id: 'text',
      lesson: 'text',
      lesson_version: 'integer',
      kind: 'text',
      data: 'text',
      happened_at: 'integer',
      received_at: 'integer',
    },
    [primaryKey('id')],
  );
  await index('training_event', ['merchant_id', 'lesson', 'happened_at']);
  await forbidChanges('training_event');

  await table(
    'training_proof',
    {
      merchant_id: 'text',
      proof: 'text',
      source_id: 'text',
      recorded_at: 'integer',
      withdrawn_at: 'integer?',
    },
    [primaryKey('merchant_id', 'proof', 'source_id')],
  );
};
