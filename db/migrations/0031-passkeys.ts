import { check, type Migration, primaryKey, references, unique } from './columns';

/** Passkeys and the challenges they answer; of a session, how it was opened. */
export const passkeys: Migration = async ({ table, grow, index }) => {
  await table(
    'identity_passkey',
    {
      id: 'text',
      person_id: 'text',
      credential_id: 'text',
      public_key: 'text',
      counter: 'integer',
      transports: 'text',
      name: 'text',
      made_at: 'integer',
      last_used_at: 'integer?',
      revoked_at: 'integer?',
      revoked_how: 'text?',
    },
    [
      primaryKey('id'),
      unique('credential_id'),
      references('person_id', 'identity_person'),
      check('counter >= 0'),
      check('(revoked_at is null) = (revoked_how is null)'),
    ],
  );
  await index('identity_passkey', ['person_id']);

  await table(
    'identity_challenge',
    {
      id: 'text',
      person_id: 'text?',
      kind: 'text',
      challenge: 'text',
      browser_hash: 'text',
      expires_at: 'integer',
      used_at: 'integer?',
    },
    [primaryKey('id'), unique('challenge'), check("(kind = 'make') = (person_id is not null)")],
  );
  await index('identity_challenge', ['expires_at']);

  await grow('identity_session', { opened_how: ['text?'], passkey_id: ['text?'] });
};
