import type { ReadDb, Tx } from '~/platform/app-context';
import type { DataSubject, Hindrance } from '~/shared/personal-data';
import { FESTIVAL_OVER } from './festival';

const OPEN_APPLICATION = ['submitted', 'complete', 'returned', 'offered', 'waitlisted'];

/** Festivals that count on her: a place taken, an application that somebody is judging. */
export async function readFestivalHindrances(db: ReadDb | Tx, { merchantIds }: DataSubject): Promise<Hindrance[]> {
  if (merchantIds.length === 0) return [];
  const ahead = await db
    .selectFrom('festival_participation as part')
    .innerJoin('festival_edition as festival', 'festival.id', 'part.festival_id')
    .select('festival.name')
    .where('part.merchant_id', 'in', merchantIds)
    .where('part.ended_at', 'is', null)
    .where('festival.state', 'not in', FESTIVAL_OVER)
    .orderBy('festival.starts_on')
    .execute();
  const open = await db
    .selectFrom('festival_application as application')
    .innerJoin('festival_edition as festival', 'festival.id', 'application.festival_id')
    .select('festival.name')
    .where('application.merchant_id', 'in', merchantIds)
    .where('application.state', 'in', OPEN_APPLICATION)
    .where('festival.state', 'not in', FESTIVAL_OVER)
    .orderBy('festival.starts_on')
    .execute();
  return [
    ...ahead.map(({ name }): Hindrance => ({ code: 'festival_ahead', festival: name })),
    ...open.map(({ name }): Hindrance => ({ code: 'application_open', festival: name })),
  ];
}
