import type { ReadDb } from '~/platform/app-context';
import { type ApplicationId, type OrganisationId, parseId } from '~/shared/ids';
import { type Festival, readFestival } from './read-festival.server';

export interface OrganiserFestival {
  organisation: { id: OrganisationId; name: string };
  festival: Festival;
}

/** A festival and its organisation from an address; null when one of them is not there or not the other's. */
export async function readOrganiserFestival(
  db: ReadDb,
  params: { organisationId?: string; festivalId?: string },
): Promise<OrganiserFestival | null> {
  const organisationId = parseId('org', params.organisationId);
  const festivalId = parseId('fst', params.festivalId);
  if (!organisationId || !festivalId) return null;
  const festival = await readFestival(db, festivalId);
  if (festival?.organisationId !== organisationId) return null;
  const organisation = await readOrganisationName(db, organisationId);
  return organisation ? { organisation, festival } : null;
}

export async function readOrganisationName(db: ReadDb, organisationId: OrganisationId) {
  return (
    (await db
      .selectFrom('identity_organisation')
      .select(['id', 'name'])
      .where('id', '=', organisationId)
      .executeTakeFirst()) ?? null
  );
}

/** An application of this festival, from an address or a form; null for anybody else's. */
export async function readApplicationOf(
  db: ReadDb,
  { festival, applicationId }: { festival: Festival; applicationId: unknown },
): Promise<ApplicationId | null> {
  const id = parseId('apl', applicationId);
  if (!id) return null;
  const row = await db
    .selectFrom('festival_application')
    .select('id')
    .where('id', '=', id)
    .where('festival_id', '=', festival.id)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Every step of a festival's states, newest first, with who and why. */
export async function readStateChanges(db: ReadDb, festivalId: Festival['id']) {
  return db
    .selectFrom('festival_state_change')
    .leftJoin('identity_person', 'identity_person.id', 'festival_state_change.by_person_id')
    .select([
      'from_state as from',
      'to_state as to',
      'at',
      'why',
      'identity_person.name as byName',
      'by_person_id as by',
    ])
    .where('festival_id', '=', festivalId)
    .orderBy('at', 'desc')
    .orderBy('festival_state_change.id', 'desc')
    .execute();
}
