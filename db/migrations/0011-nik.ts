import { type Migration, primaryKey } from './columns';

/** One row a NIK: whoever declares it holds the row until commit, so two owners cannot both find it free. */
export const nikTable: Migration = async ({ table }) => {
  await table('merchant_nik', { number_hmac: 'text', declared_at: 'integer' }, [primaryKey('number_hmac')]);
};
