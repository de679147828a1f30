import { check, type Migration, type MigrationTools, primaryKey, references, unique } from './columns';

/** Money: accounts, the ledger, holds, top-ups and dated rules. */
export const walletTables: Migration = async (tools) => {
  await accounts(tools);
  await ledger(tools);
  await holds(tools);
  await outside(tools);
};

async function accounts({ table }: MigrationTools): Promise<void> {
  await table(
    'wallet_account',
    {
      id: 'text',
      owner_kind: 'text',
      owner_id: 'text',
      kind: 'text',
      balance: 'integer?',
      held: 'integer',
      version: 'integer?',
      tier: 'text?',
      pin_hash: 'text?',
      pin_failures: 'integer',
      pin_locked_until: 'integer?',
      created_at: 'integer',
    },
    [
      primaryKey('id'),
      unique('owner_kind', 'owner_id', 'kind'),
      check("owner_kind in ('person', 'merchant', 'house')"),
      check('held >= 0'),
      check('balance is null or (balance >= 0 and balance >= held)'),
      // House accounts store neither balance nor version, everybody else stores both.
      check("(owner_kind = 'house') = (balance is null)"),
      check("(owner_kind = 'house') = (version is null)"),
      check('version is null or version >= 0'),
      check('pin_failures >= 0'),
    ],
  );
}

async function ledger({ table, index, forbidChanges }: MigrationTools): Promise<void> {
  await table(
    'wallet_transfer',
    {
      id: 'text',
      kind: 'text',
      at: 'integer',
      reference_kind: 'text',
      reference_id: 'text',
      idempotency_key: 'text',
      content_hash: 'text',
      reverses_id: 'text?',
      amount: 'integer',
    },
    [
      primaryKey('id'),
      unique('idempotency_key'),
      unique('reverses_id'),
      references('reverses_id', 'wallet_transfer'),
      check('amount > 0'),
    ],
  );
  await index('wallet_transfer', ['reference_id', 'kind']);
  // A transfer is reversed once.
  await index('wallet_transfer', ['reverses_id'], { where: 'reverses_id is not null', isUnique: true });
  await forbidChanges('wallet_transfer');

  await table(
    'wallet_entry',
    {
      transfer_id: 'text',
      line: 'integer',
      debit_account_id: 'text',
      credit_account_id: 'text',
      amount: 'integer',
      purpose: 'text',
      rule_id: 'text?',
      debit_version: 'integer?',
      credit_version: 'integer?',
      at: 'integer',
    },
    [
      primaryKey('transfer_id', 'line'),
      references('transfer_id', 'wallet_transfer'),
      references('debit_account_id', 'wallet_account'),
      references('credit_account_id', 'wallet_account'),
      check('amount > 0'),
      check('debit_account_id <> credit_account_id'),
    ],
  );
  // Two lines cannot both be the step to one version, so a lost update cannot hide.
  await index('wallet_entry', ['debit_account_id', 'debit_version'], {
    where: 'debit_version is not null',
    isUnique: true,
  });
  await index('wallet_entry', ['credit_account_id', 'credit_version'], {
    where: 'credit_version is not null',
    isUnique: true,
  });
  await index('wallet_entry', ['debit_account_id', 'at']);
  await index('wallet_entry', ['credit_account_id', 'at']);
  await forbidChanges('wallet_entry');
}

async function holds({ table, index }: MigrationTools): Promise<void> {
  await table(
    'wallet_hold',
    {
      id: 'text',
      account_id: 'text',
      amount: 'integer',
      captured: 'integer',
      commission: 'integer',
      refunded: 'integer',
      commission_returned: 'integer',
      state: 'text',
      reference: 'text',
      opened_at: 'integer',
      ended_at: 'integer?',
    },
    [
      primaryKey('id'),
      unique('reference'),
      references('account_id', 'wallet_account'),
      check('amount > 0'),
      check('captured >= 0 and captured <= amount'),
      check('commission >= 0 and commission <= captured'),
      check('refunded >= 0 and refunded <= captured'),
      check('commission_returned >= 0 and commission_returned <= commission'),
      check("state in ('open', 'captured', 'voided', 'expired')"),
      check("(state = 'open') = (ended_at is null)"),
      check("state = 'captured' or captured = 0"),
      // What was given back stays within what was taken: the fence behind every partial refund.
      check('commission >= 0 and commission <= captured'),
      check('refunded >= 0 and refunded <= captured'),
      check('commission_returned >= 0 and commission_returned <= commission'),
    ],
  );
  await index('wallet_hold', ['account_id'], { where: "state = 'open'" });

  await table('wallet_incoming', { account_id: 'text', month: 'text', amount: 'integer' }, [
    primaryKey('account_id', 'month'),
    references('account_id', 'wallet_account'),
    check('amount >= 0'),
  ]);
}

async function outside({ table, index }: MigrationTools): Promise<void> {
  await table(
    'wallet_top_up',
    {
      id: 'text',
      account_id: 'text',
      amount: 'integer',
      rail: 'text',
      state: 'text',
      external_id: 'text?',
      created_at: 'integer',
      ended_at: 'integer?',
      failure: 'text?',
    },
    [
      primaryKey('id'),
      unique('rail', 'external_id'),
      references('account_id', 'wallet_account'),
      check('amount > 0'),
      check("state in ('created', 'succeeded', 'failed')"),
    ],
  );
  await index('wallet_top_up', ['account_id', 'created_at']);

  await table(
    'wallet_external_event',
    {
      rail: 'text',
      external_id: 'text',
      kind: 'text',
      received_at: 'integer',
      body_sha256: 'text',
      outcome: 'text',
    },
    [primaryKey('rail', 'external_id')],
  );

  await table(
    'wallet_rule',
    {
      id: 'text',
      kind: 'text',
      scope: 'text',
      basis_points: 'integer',
      fixed_amount: 'integer',
      title_id: 'text',
      title_en: 'text',
      source: 'text',
      valid_from: 'text',
      valid_until: 'text?',
      created_at: 'integer',
    },
    [primaryKey('id'), check('basis_points >= 0'), check('fixed_amount >= 0')],
  );
  await index('wallet_rule', ['kind', 'scope', 'valid_from']);
}
