import { check, type Migration, primaryKey, references, unique } from './columns';

/** A person's number on its way to another one: three days, told to the old one. */
export const phoneChange: Migration = async ({ table, index }) => {
  await table(
    'identity_phone_change',
    {
      id: 'text',
      person_id: 'text',
      session_id: 'text',
      from_phone: 'text',
      to_phone: 'text',
      cancel_hash: 'text',
      asked_at: 'integer',
      effective_at: 'integer',
      cancelled_at: 'integer?',
      cancelled_how: 'text?',
      done_at: 'integer?',
    },
    [
      primaryKey('id'),
      unique('cancel_hash'),
      references('person_id', 'identity_person'),
      check('cancelled_at is null or done_at is null'),
      check('effective_at > asked_at'),
    ],
  );
  await index('identity_phone_change', ['person_id'], {
    where: 'cancelled_at is null and done_at is null',
    isUnique: true,
  });
};
