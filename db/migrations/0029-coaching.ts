import { type Migration, primaryKey, unique } from './columns';

/** Talks with merchants who were stuck: what was open, and what came of it. */
export const coaching: Migration = async ({ table }) => {
  await table(
    'training_coaching',
    {
      id: 'text',
      merchant_id: 'text',
      reason: 'text',
      lesson: 'text',
      opened_at: 'integer',
      closed_at: 'integer',
      closed_by: 'text',
      note: 'text',
    },
    // One reason is closed once, however many tap.
    [primaryKey('id'), unique('merchant_id', 'reason', 'lesson', 'opened_at')],
  );
};
