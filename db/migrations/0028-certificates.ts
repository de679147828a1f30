import { check, type Migration, primaryKey, unique } from './columns';

/** What was certified to whom, as printed; the latest of a merchant and course has the highest turn. */
export const certificates: Migration = async ({ table, index }) => {
  await table(
    'training_certificate',
    {
      id: 'text',
      code: 'text',
      merchant_id: 'text',
      person_id: 'text',
      course: 'text',
      course_version: 'text',
      turn: 'integer',
      holder: 'text',
      stall: 'text',
      city: 'text',
      issued_at: 'integer',
      valid_until: 'integer',
      revoked_at: 'integer?',
      revoked_by: 'text?',
      revoked_why: 'text?',
      again_from: 'integer?',
    },
    [
      primaryKey('id'),
      unique('code'),
      // Two taps at once want the same turn, so one of them finds the other's certificate.
      unique('merchant_id', 'course', 'turn'),
      check('valid_until > issued_at'),
    ],
  );
  await index('training_certificate', ['issued_at', 'id']);
};
