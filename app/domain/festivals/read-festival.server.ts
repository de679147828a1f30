import type { Selectable } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, OrganisationId } from '~/shared/ids';
import { dayOf, endOfDay } from '~/shared/time';
import type { EditionTable } from '~db/schema/festivals';
import { type FestivalState, readFestivalState } from './festival';

/** A festival with its days, as every page needs it. Instants in epoch ms, days in its own zone. */
export interface Festival {
  id: FestivalId;
  organisationId: OrganisationId;
  slug: string;
  name: string;
  template: string;
  regionCode: string;
  place: string;
  zone: string;
  startsOn: string;
  endsOn: string;
  opens: string;
  closes: string;
  story: string | null;
  state: FestivalState;
  callClosesAt: number;
  offerHours: number;
  loadInAt: number;
  publishedAt: number | null;
  planColumns: number;
  planRows: number;
  days: FestivalDay[];
}

export interface FestivalDay {
  day: string;
  opensAt: number;
  closesAt: number;
  /** When the evening's accounts were closed; null while it is ahead or running. */
  closedAt: number | null;
}

export async function readFestival(db: ReadDb | Tx, festivalId: FestivalId): Promise<Festival | null> {
  const row = await db.selectFrom('festival_edition').selectAll().where('id', '=', festivalId).executeTakeFirst();
  return row ? withDays(db, row) : null;
}

export async function readFestivalBySlug(db: ReadDb | Tx, slug: string): Promise<Festival | null> {
  const row = await db.selectFrom('festival_edition').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row ? withDays(db, row) : null;
}

async function withDays(db: ReadDb | Tx, row: Selectable<EditionTable>): Promise<Festival> {
  return toFestival(row, await readFestivalDays(db, row.id));
}

export async function readFestivalDays(db: ReadDb | Tx, festivalId: FestivalId): Promise<FestivalDay[]> {
  const rows = await db
    .selectFrom('festival_day')
    .selectAll()
    .where('festival_id', '=', festivalId)
    .orderBy('day')
    .execute();
  return rows.map(toDay);
}

/** The day that is on now, else the next one, else the last; null for a festival without days. */
export function currentDay(days: readonly FestivalDay[], now: number): FestivalDay | null {
  return days.find(({ closesAt, closedAt }) => closedAt === null && now < closesAt) ?? days.at(-1) ?? null;
}

/** The instants at which time alone changes what pages say of these days: openings, closings, and the coming midnight. */
export function edgesOfDays({ days, zone }: Pick<Festival, 'days' | 'zone'>, now: number): number[] {
  return [endOfDay(dayOf(now, zone), zone), ...days.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt])];
}

function toDay(row: { day: string; opens_at: number; closes_at: number; closed_at: number | null }): FestivalDay {
  return { day: row.day, opensAt: row.opens_at, closesAt: row.closes_at, closedAt: row.closed_at };
}

export function toFestival(row: Selectable<EditionTable>, days: FestivalDay[]): Festival {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    slug: row.slug,
    name: row.name,
    template: row.template,
    regionCode: row.region_code,
    place: row.place,
    zone: row.zone,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    opens: row.opens,
    closes: row.closes,
    story: row.story,
    state: readFestivalState(row.state),
    callClosesAt: row.call_closes_at,
    offerHours: row.offer_hours,
    loadInAt: row.load_in_at,
    publishedAt: row.published_at,
    planColumns: row.plan_columns,
    planRows: row.plan_rows,
    days,
  };
}
