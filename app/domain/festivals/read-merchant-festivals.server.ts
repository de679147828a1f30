import type { ReadDb } from '~/platform/app-context';
import type { MerchantId, ParticipationId } from '~/shared/ids';
import { type ApplicationState, readApplicationState } from './application';
import { type FestivalState, readFestivalState } from './festival';
import { type FestivalCard, readOpenCalls } from './read-festival-lists.server';

export interface OwnFestival {
  slug: string;
  name: string;
  place: string;
  zone: string;
  startsOn: string;
  endsOn: string;
  festivalState: FestivalState;
  /** Sent reads as submitted: whether it is complete stands on the application's own page. */
  state: ApplicationState;
  offer: { booth: number; expiresAt: number } | null;
  /** `opensAt`: when the day that is on, or the next one, opens; null once none is left. */
  participation: { id: ParticipationId; booth: number; opensAt: number | null } | null;
}

export interface MerchantFestivals {
  own: OwnFestival[];
  /** Open calls she has not answered. */
  calls: FestivalCard[];
}

/** Where a merchant applied or takes part, and where she could; offers waiting for her first. */
export async function readMerchantFestivals(
  db: ReadDb,
  { merchantId, now }: { merchantId: MerchantId; now: number },
): Promise<MerchantFestivals> {
  const rows = await readOwn(db, merchantId, now);
  const own = rows
    .map((row) => ({
      slug: row.slug,
      name: row.name,
      place: row.place,
      zone: row.zone,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      festivalState: readFestivalState(row.festivalState),
      state: waitingAlike(readApplicationState(row.state)),
      offer:
        row.offerBooth !== null && row.expiresAt !== null ? { booth: row.offerBooth, expiresAt: row.expiresAt } : null,
      participation:
        row.participationId && row.booth !== null
          ? { id: row.participationId, booth: row.booth, opensAt: row.opensAt }
          : null,
    }))
    .sort((a, b) => Number(b.offer !== null) - Number(a.offer !== null));
  const known = new Set(own.map(({ slug }) => slug));
  const calls = (await readOpenCalls(db, { now })).filter(({ slug }) => !known.has(slug));
  return { own, calls };
}

/** Her stalls whose board is in use or soon will be; `opensAt`: from then on, null while the festival runs. */
export function boardsOf(own: readonly OwnFestival[]) {
  return own.flatMap(({ participation, festivalState, name, slug, zone }) => {
    if (!participation || !(festivalState === 'published' || festivalState === 'running')) return [];
    const opensAt = festivalState === 'running' ? null : participation.opensAt;
    return [{ ...participation, opensAt, name, slug, zone }];
  });
}

/** Stored completeness follows when the organiser looks; a list that showed it would tell when she did. */
function waitingAlike(state: ApplicationState): ApplicationState {
  return state === 'complete' ? 'submitted' : state;
}

function readOwn(db: ReadDb, merchantId: MerchantId, now: number) {
  return db
    .selectFrom('festival_application as a')
    .innerJoin('festival_edition as f', 'f.id', 'a.festival_id')
    .leftJoin('festival_offer as o', (join) =>
      join.onRef('o.application_id', '=', 'a.id').on('o.outcome', '=', 'open').on('o.expires_at', '>', now),
    )
    .leftJoin('festival_booth as b', 'b.id', 'o.booth_id')
    .leftJoin('festival_participation as p', (join) =>
      join
        .onRef('p.festival_id', '=', 'a.festival_id')
        .onRef('p.merchant_id', '=', 'a.merchant_id')
        .on('p.ended_at', 'is', null),
    )
    .select((eb) =>
      eb
        .selectFrom('festival_day as d')
        .whereRef('d.festival_id', '=', 'f.id')
        .where('d.closed_at', 'is', null)
        .where('d.closes_at', '>', now)
        .select((day) => day.fn.min<number | null>('d.opens_at').as('opens_at'))
        .as('opensAt'),
    )
    .select([
      'f.slug as slug',
      'f.name as name',
      'f.place as place',
      'f.zone as zone',
      'f.starts_on as startsOn',
      'f.ends_on as endsOn',
      'f.state as festivalState',
      'a.state as state',
      'o.expires_at as expiresAt',
      'b.number as offerBooth',
      'p.id as participationId',
      'p.booth_number as booth',
    ])
    .where('a.merchant_id', '=', merchantId)
    .orderBy('f.starts_on', 'desc')
    .orderBy('a.id')
    .execute();
}
