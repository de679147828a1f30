import { check, type Migration, primaryKey } from './columns';

/** How many sign-in codes were asked for in a while, by everybody and by each sender's address. */
export const codeGate: Migration = async ({ table }) => {
  await table('identity_code_gate', { window_start: 'integer', gate: 'text', sent: 'integer', held: 'integer' }, [
    primaryKey('window_start', 'gate'),
    check('sent >= 0'),
    check('held >= 0'),
  ]);
};
