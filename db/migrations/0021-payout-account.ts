import { sql } from 'kysely';
import { check, type Migration, primaryKey, references } from './columns';

/** Where a merchant's money goes: proposed by her, checked by one person the first time and by two for a change. */
export const payoutAccount: Migration = async ({ db, table, index }) => {
  await table(
    'wallet_payout_account',
    {
      id: 'text',
      account_id: 'text',
      bank: 'text',
      number_sealed: 'text',
      number_hmac: 'text',
      number_end: 'text',
      holder: 'text',
      state: 'text',
      checks_needed: 'integer',
      proposed_at: 'integer',
      proposed_by: 'text',
      first_checked_at: 'integer?',
      first_checked_by: 'text?',
      second_checked_at: 'integer?',
      second_checked_by: 'text?',
      in_force_at: 'integer?',
      ended_at: 'integer?',
      refused_by: 'text?',
      refused_why: 'text?',
      fix: 'text?',
    },
    [
      primaryKey('id'),
      references('account_id', 'wallet_account'),
      check("state in ('proposed', 'checked_once', 'in_force', 'replaced', 'refused', 'withdrawn')"),
      check('checks_needed in (1, 2)'),
      check('first_checked_by <> second_checked_by'),
      check("state not in ('in_force', 'replaced') or first_checked_by is not null"),
      check("state not in ('in_force', 'replaced') or checks_needed = 1 or second_checked_by is not null"),
    ],
  );
  await index('wallet_payout_account', ['account_id', 'proposed_at']);
  await index('wallet_payout_account', ['account_id'], { where: "state = 'in_force'", isUnique: true });
  await sql`create unique index wallet_payout_account_one_open on wallet_payout_account (account_id)
    where state in ('proposed', 'checked_once')`.execute(db);
  // The queue: oldest first.
  await index('wallet_payout_account', ['proposed_at', 'id'], { where: "state in ('proposed', 'checked_once')" });
};
