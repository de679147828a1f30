import { check, type Migration, type MigrationTools, primaryKey, references } from './columns';

/** What grows around a declared paper: its pages, who looked at them, who checked it, the dated rules of its kind. */
export const paperTables: Migration = async (tools) => {
  await tools.grow('merchant_document', {
    edition: ['text?'],
    issued_on: ['text?'],
    source: ['text', 'owner'],
    revision: ['integer', 1],
    reminded_until: ['text?'],
    reminded_days: ['integer?'],
  });
  await tools.index('merchant_document', ['valid_until', 'merchant_id', 'kind'], {
    where: "answer = 'have' and valid_until is not null",
  });
  await pages(tools);
  await checksAndRules(tools);
};

async function pages({ table, index, forbidChanges }: MigrationTools): Promise<void> {
  await table(
    'merchant_document_page',
    {
      merchant_id: 'text',
      kind: 'text',
      position: 'integer',
      file_id: 'text',
      fingerprint: 'text',
      added_at: 'integer',
      added_by: 'text',
      removed_at: 'integer?',
    },
    [
      primaryKey('merchant_id', 'kind', 'position'),
      references('merchant_id', 'merchant_profile'),
      check('position >= 1'),
    ],
  );
  await index('merchant_document_page', ['merchant_id', 'kind', 'fingerprint'], {
    where: 'removed_at is null',
    isUnique: true,
  });
  await table(
    'merchant_document_view',
    {
      id: 'text',
      merchant_id: 'text',
      kind: 'text',
      file_id: 'text',
      viewer_id: 'text',
      right: 'text',
      at: 'integer',
    },
    [primaryKey('id')],
  );
  await index('merchant_document_view', ['merchant_id', 'kind', 'at']);
  await forbidChanges('merchant_document_view');
}

async function checksAndRules({ table, index }: MigrationTools): Promise<void> {
  await table(
    'merchant_document_check',
    {
      merchant_id: 'text',
      kind: 'text',
      level: 'text',
      scope_id: 'text',
      revision: 'integer',
      outcome: 'text',
      note: 'text?',
      at: 'integer',
      by: 'text',
    },
    [
      primaryKey('merchant_id', 'kind', 'level', 'scope_id'),
      references('merchant_id', 'merchant_profile'),
      check("level in ('platform', 'organiser', 'festival')"),
      check("outcome in ('fits', 'does_not_fit')"),
    ],
  );
  await table(
    'merchant_rule',
    {
      id: 'text',
      kind: 'text',
      scope: 'text',
      value: 'text',
      valid_from: 'text',
      valid_until: 'text?',
      source: 'text',
    },
    [primaryKey('id')],
  );
  await index('merchant_rule', ['kind', 'scope', 'valid_from']);
}
