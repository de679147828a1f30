import type { Expression, SqlBool } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, OrganisationId } from '~/shared/ids';
import { type FestivalState, readFestivalState } from './festival';

export interface FestivalCard {
  id: FestivalId;
  slug: string;
  name: string;
  place: string;
  regionCode: string;
  zone: string;
  startsOn: string;
  endsOn: string;
  opens: string;
  closes: string;
  state: FestivalState;
  callClosesAt: number;
  boothCount: number;
  applicationCount: number;
  participantCount: number;
}

/** What anonymous people may see: open calls, announced and running festivals, soonest first. */
export async function readPublicFestivals(db: ReadDb): Promise<FestivalCard[]> {
  return readCards(db, ['open', 'curating', 'published', 'running', 'postponed']);
}

/** The address of the festival that is on; of several the one that began first. Null where none is. */
export async function readRunningSlug(db: ReadDb): Promise<string | null> {
  const row = await db
    .selectFrom('festival_edition')
    .select('slug')
    .where('state', '=', 'running')
    .orderBy('starts_on')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.slug ?? null;
}

/** Festivals whose call takes applications now. */
export async function readOpenCalls(db: ReadDb, { now }: { now: number }): Promise<FestivalCard[]> {
  return (await readCards(db, ['open'])).filter(({ callClosesAt }) => callClosesAt > now);
}

/** Every festival of an organisation, newest first. */
export async function readOrganisationFestivals(db: ReadDb, organisationId: OrganisationId): Promise<FestivalCard[]> {
  return (await readCards(db, null, organisationId)).reverse();
}

async function readCards(
  db: ReadDb,
  states: readonly string[] | null,
  organisationId?: OrganisationId,
): Promise<FestivalCard[]> {
  return (await selectCards(db, states, organisationId)).map(toCard);
}

function selectCards(db: ReadDb, states: readonly string[] | null, organisationId?: OrganisationId) {
  return db
    .selectFrom('festival_edition as f')
    .select([
      'id',
      'slug',
      'name',
      'place',
      'region_code',
      'zone',
      'starts_on',
      'ends_on',
      'opens',
      'closes',
      'state',
      'call_closes_at',
    ])
    .select((eb) => [
      eb
        .selectFrom('festival_booth')
        .whereRef('festival_id', '=', 'f.id')
        .select((c) => c.fn.countAll<number>().as('n'))
        .as('booths'),
      eb
        .selectFrom('festival_application')
        .whereRef('festival_id', '=', 'f.id')
        .where('state', 'not in', ['draft', 'withdrawn'])
        .select((c) => c.fn.countAll<number>().as('n'))
        .as('applications'),
      eb
        .selectFrom('festival_participation')
        .whereRef('festival_id', '=', 'f.id')
        .where('ended_at', 'is', null)
        .select((c) => c.fn.countAll<number>().as('n'))
        .as('participants'),
    ])
    .where((eb) => {
      const wanted: Expression<SqlBool>[] = [];
      if (states) wanted.push(eb('state', 'in', [...states]));
      if (organisationId) wanted.push(eb('organisation_id', '=', organisationId));
      return eb.and(wanted);
    })
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
}

type CardRow = Awaited<ReturnType<typeof selectCards>>[number];

function toCard(row: CardRow): FestivalCard {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    place: row.place,
    regionCode: row.region_code,
    zone: row.zone,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    opens: row.opens,
    closes: row.closes,
    state: readFestivalState(row.state),
    callClosesAt: row.call_closes_at,
    boothCount: Number(row.booths ?? 0),
    applicationCount: Number(row.applications ?? 0),
    participantCount: Number(row.participants ?? 0),
  };
}
