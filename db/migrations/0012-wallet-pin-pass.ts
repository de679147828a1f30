import { check, type Migration, primaryKey, references } from './columns';

/** A right PIN remembered for a while: on one session, for one account. */
export const walletPinPass: Migration = async ({ table, index }) => {
  await table('wallet_pin_pass', { session_id: 'text', account_id: 'text', made_at: 'integer', until_at: 'integer' }, [
    primaryKey('session_id', 'account_id'),
    references('account_id', 'wallet_account'),
    check('until_at > made_at'),
  ]);
  // A changed PIN ends them all.
  await index('wallet_pin_pass', ['account_id']);
};
