import { check, type Migration, primaryKey, references, unique } from './columns';

/** People, sessions, roles and consent. */
export const identityTables: Migration = async ({ table, index }) => {
  await table(
    'identity_person',
    { id: 'text', phone: 'text?', email: 'text?', name: 'text?', language: 'text', created_at: 'integer' },
    [primaryKey('id'), unique('phone'), check("language in ('id', 'en')")],
  );

  await table(
    'identity_code',
    {
      id: 'text',
      phone: 'text',
      code_hmac: 'text',
      created_at: 'integer',
      expires_at: 'integer',
      tries: 'integer',
      used_at: 'integer?',
      replaced_at: 'integer?',
    },
    [primaryKey('id'), check('tries >= 0 and tries <= 5')],
  );
  await index('identity_code', ['phone', 'created_at']);
  // One live code a phone: of two requests at once the second is too soon.
  await index('identity_code', ['phone'], { where: 'used_at is null and replaced_at is null', isUnique: true });

  await table(
    'identity_session',
    {
      id_hash: 'text',
      id: 'text',
      person_id: 'text',
      created_at: 'integer',
      last_seen_at: 'integer',
      expires_at: 'integer',
      kind: 'text',
      device: 'text',
      revoked_at: 'integer?',
    },
    [primaryKey('id_hash'), unique('id'), references('person_id', 'identity_person')],
  );
  await index('identity_session', ['person_id']);

  await table(
    'identity_sign_in_link',
    { token_hash: 'text', person_id: 'text', created_at: 'integer', expires_at: 'integer', used_at: 'integer?' },
    [primaryKey('token_hash'), references('person_id', 'identity_person')],
  );

  await table(
    'identity_organisation',
    {
      id: 'text',
      kind: 'text',
      name: 'text',
      slug: 'text',
      region_code: 'text?',
      created_at: 'integer',
      created_by: 'text?',
    },
    [primaryKey('id'), unique('slug')],
  );

  await membership({ table, index });
};

async function membership({ table, index }: Pick<Parameters<Migration>[0], 'table' | 'index'>): Promise<void> {
  await table(
    'identity_member',
    {
      id: 'text',
      person_id: 'text',
      scope_kind: 'text',
      scope_id: 'text',
      role: 'text',
      created_at: 'integer',
      created_by: 'text?',
      ended_at: 'integer?',
      ended_by: 'text?',
    },
    [primaryKey('id'), references('person_id', 'identity_person')],
  );
  await index('identity_member', ['person_id', 'scope_kind', 'scope_id', 'role'], {
    where: 'ended_at is null',
    isUnique: true,
  });
  await index('identity_member', ['scope_id', 'scope_kind']);

  await table(
    'identity_invitation',
    {
      id: 'text',
      phone: 'text',
      scope_kind: 'text',
      scope_id: 'text',
      role: 'text',
      created_at: 'integer',
      created_by: 'text',
      expires_at: 'integer',
      accepted_at: 'integer?',
      revoked_at: 'integer?',
    },
    [primaryKey('id')],
  );
  await index('identity_invitation', ['phone']);
  await index('identity_invitation', ['scope_id', 'scope_kind']);

  await table(
    'identity_consent',
    {
      id: 'text',
      person_id: 'text',
      subject_id: 'text',
      purpose: 'text',
      notice_version: 'text',
      notice_sha256: 'text',
      given_at: 'integer',
      withdrawn_at: 'integer?',
    },
    [primaryKey('id'), references('person_id', 'identity_person')],
  );
  await index('identity_consent', ['subject_id', 'purpose', 'given_at']);
  await index('identity_consent', ['person_id', 'purpose']);
}
