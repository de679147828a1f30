import { check, type Migration, primaryKey, references, unique } from './columns';

/** A stall's own phone behind a short PIN; half an hour of somebody's help; who typed which field. */
export const peopleWhoHelp: Migration = async ({ table, index }) => {
  await table(
    'identity_stall_phone',
    {
      id: 'text',
      merchant_id: 'text',
      person_id: 'text',
      pairing_hash: 'text?',
      pairing_sealed: 'text?',
      pairing_until: 'integer',
      secret_hash: 'text?',
      pin_hash: 'text?',
      pin_failures: 'integer',
      pin_locked_until: 'integer?',
      made_at: 'integer',
      made_by: 'text',
      paired_at: 'integer?',
      revoked_at: 'integer?',
      revoked_by: 'text?',
    },
    [
      primaryKey('id'),
      unique('pairing_hash'),
      unique('secret_hash'),
      references('person_id', 'identity_person'),
      check('pin_failures >= 0'),
      check('(paired_at is null) = (secret_hash is null)'),
    ],
  );
  await index('identity_stall_phone', ['merchant_id']);

  await table(
    'identity_helper_session',
    {
      id: 'text',
      merchant_id: 'text',
      owner_id: 'text',
      code_hmac: 'text',
      code_sealed: 'text?',
      tries: 'integer',
      made_at: 'integer',
      offer_until: 'integer',
      helper_id: 'text?',
      joined_at: 'integer?',
      expires_at: 'integer?',
      ended_at: 'integer?',
      revoked_at: 'integer?',
      confirmed_at: 'integer?',
    },
    [
      primaryKey('id'),
      references('owner_id', 'identity_person'),
      check('tries >= 0 and tries <= 5'),
      check('(joined_at is null) = (helper_id is null)'),
    ],
  );
  // An owner reads out one code at a time, so a typed one names its offer by her phone.
  await index('identity_helper_session', ['owner_id'], {
    where: 'joined_at is null and revoked_at is null',
    isUnique: true,
  });
  await index('identity_helper_session', ['merchant_id', 'made_at']);
  await index('identity_helper_session', ['helper_id', 'expires_at']);

  await table(
    'merchant_field_author',
    {
      id: 'text',
      merchant_id: 'text',
      field: 'text',
      at: 'integer',
      person_id: 'text',
      helper_session_id: 'text?',
      before_value: 'text?',
      after_value: 'text?',
      confirmed_at: 'integer?',
      confirmed_by: 'text?',
      undone_at: 'integer?',
    },
    [primaryKey('id'), references('merchant_id', 'merchant_profile')],
  );
  await index('merchant_field_author', ['merchant_id', 'field', 'at']);
  await index('merchant_field_author', ['merchant_id'], {
    where: 'helper_session_id is not null and confirmed_at is null and undone_at is null',
  });
};
