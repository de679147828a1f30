import type { ReadDb, Tx } from '~/platform/app-context';
import type { OrganisationId, PersonId } from '~/shared/ids';
import type { OrganisationKind } from './identity';

export interface Organisation {
  id: OrganisationId;
  name: string;
  kind: OrganisationKind;
  slug: string;
  regionCode: string | null;
}

const COLUMNS = ['id', 'name', 'kind', 'slug', 'region_code'] as const;

type Row = { id: OrganisationId; name: string; kind: string; slug: string; region_code: string | null };

const toOrganisation = ({ region_code, kind, ...row }: Row): Organisation => ({
  ...row,
  kind: kind as OrganisationKind,
  regionCode: region_code,
});

/** One organisation; null when there is none. */
export async function readOrganisation(db: ReadDb | Tx, id: OrganisationId): Promise<Organisation | null> {
  const row = await db.selectFrom('identity_organisation').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? toOrganisation(row) : null;
}

/** Every organisation, by name: for the operator. */
export async function readOrganisations(db: ReadDb): Promise<Organisation[]> {
  const rows = await db.selectFrom('identity_organisation').select(COLUMNS).orderBy('name').orderBy('id').execute();
  return rows.map(toOrganisation);
}

/** Organisations in which a person has a role, by name. */
export async function readOrganisationsOf(db: ReadDb, personId: PersonId): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('identity_organisation')
    .select(COLUMNS)
    .where('id', 'in', (members) =>
      members
        .selectFrom('identity_member')
        .select((member) => member.ref('scope_id').$castTo<OrganisationId>().as('id'))
        .where('person_id', '=', personId)
        .where('scope_kind', '=', 'organisation')
        .where('ended_at', 'is', null),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(toOrganisation);
}
