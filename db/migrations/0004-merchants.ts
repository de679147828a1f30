import { check, type Migration, type MigrationTools, primaryKey, references, unique } from './columns';

/** Businesses that sell food, their declared papers and claims. */
export const merchantTables: Migration = async (tools) => {
  await profile(tools);
  await details(tools);
  await claims(tools);
};

async function profile({ table, index }: MigrationTools): Promise<void> {
  await table(
    'merchant_profile',
    {
      id: 'text',
      slug: 'text',
      stall_name: 'text',
      owner_name: 'text?',
      phone: 'text?',
      region_code: 'text',
      district: 'text?',
      address: 'text?',
      category: 'text?',
      story: 'text?',
      photo_file_id: 'text?',
      kbli_edition: 'text?',
      kbli_code: 'text?',
      woman_owned: 'text?',
      capital: 'integer?',
      yearly_sales: 'integer?',
      qris_criterion: 'text?',
      state: 'text',
      submitted_at: 'integer?',
      claimed_at: 'integer?',
      imported_by: 'text?',
      import_identity: 'text?',
      created_at: 'integer',
      updated_at: 'integer',
    },
    [
      primaryKey('id'),
      unique('slug'),
      unique('imported_by', 'import_identity'),
      check('capital is null or capital >= 0'),
      check('yearly_sales is null or yearly_sales >= 0'),
    ],
  );
  await index('merchant_profile', ['imported_by', 'created_at']);
  await index('merchant_profile', ['phone']);
  await index('merchant_profile', ['created_at', 'id']);
}

async function details({ table, index }: MigrationTools): Promise<void> {
  await table('merchant_sign_up_answer', { person_id: 'text', field: 'text', typed: 'text', saved_at: 'integer' }, [
    primaryKey('person_id', 'field'),
  ]);

  await table(
    'merchant_hours',
    { merchant_id: 'text', weekday: 'integer', line: 'integer', state: 'text', opens: 'text?', closes: 'text?' },
    [
      primaryKey('merchant_id', 'weekday', 'line'),
      references('merchant_id', 'merchant_profile'),
      check('weekday >= 0 and weekday <= 6'),
    ],
  );

  await table(
    'merchant_document',
    {
      merchant_id: 'text',
      kind: 'text',
      answer: 'text',
      number_sealed: 'text?',
      number_hmac: 'text?',
      valid_until: 'text?',
      declared_at: 'integer',
      declared_by: 'text?',
    },
    [primaryKey('merchant_id', 'kind'), references('merchant_id', 'merchant_profile')],
  );
  await index('merchant_document', ['kind', 'number_hmac'], { where: 'number_hmac is not null' });

  await table(
    'merchant_state_change',
    {
      id: 'text',
      merchant_id: 'text',
      from_state: 'text',
      to_state: 'text',
      at: 'integer',
      by_person_id: 'text?',
      why: 'text',
    },
    [primaryKey('id'), references('merchant_id', 'merchant_profile')],
  );
  await index('merchant_state_change', ['merchant_id', 'at']);
}

async function claims({ table, index }: MigrationTools): Promise<void> {
  await table(
    'merchant_claim',
    {
      id: 'text',
      merchant_id: 'text',
      organisation_id: 'text',
      code_hmac: 'text',
      code_sealed: 'text',
      issued_at: 'integer',
      issued_by: 'text',
      redeemed_at: 'integer?',
      redeemed_by: 'text?',
      revoked_at: 'integer?',
    },
    [primaryKey('id'), unique('code_hmac'), references('merchant_id', 'merchant_profile')],
  );
  await index('merchant_claim', ['merchant_id'], {
    where: 'redeemed_at is null and revoked_at is null',
    isUnique: true,
  });
  await index('merchant_claim', ['organisation_id', 'issued_at']);
}
