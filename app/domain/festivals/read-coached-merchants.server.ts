import type { ReadDb } from '~/platform/app-context';
import type { MerchantId, OrganisationId } from '~/shared/ids';

/** Merchants an organisation may coach: those it brought itself, and those who take or took part in a festival of its own. */
export async function readCoachedMerchants(db: ReadDb, organisationId: OrganisationId): Promise<MerchantId[]> {
  const rows = await db
    .selectFrom('festival_participation as p')
    .innerJoin('festival_edition as f', 'f.id', 'p.festival_id')
    .select('p.merchant_id as id')
    .where('f.organisation_id', '=', organisationId)
    .union((of) =>
      of.selectFrom('merchant_profile as m').select('m.id as id').where('m.imported_by', '=', organisationId),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
