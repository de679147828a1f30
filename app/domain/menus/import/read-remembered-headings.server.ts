import type { ReadDb, Tx } from '~/platform/app-context';
import type { OrganisationId } from '~/shared/ids';
import { IMPORT_FIELDS, type ImportField } from './import';

/** What an organisation's people called their columns before: folded heading -> field. */
export async function readRememberedHeadings(
  db: ReadDb | Tx,
  organisationId: OrganisationId,
): Promise<Map<string, ImportField>> {
  const rows = await db
    .selectFrom('menu_import_heading')
    .select(['heading', 'field'])
    .where('organisation_id', '=', organisationId)
    .execute();
  const known = rows.filter((row) => (IMPORT_FIELDS as readonly string[]).includes(row.field));
  return new Map(known.map((row) => [row.heading, row.field as ImportField]));
}
