import { currentDay, readFestival } from '~/domain/festivals/read-festival.server';
import { noteSeen } from '~/domain/identity/note-seen.server';
import { readSessions, type Session } from '~/domain/identity/read-session.server';
import { readSpendingAccountIds } from '~/domain/wallet/read-spending-account.server';
import type { AppContext } from '~/platform/app-context';
import type { AccountId, FestivalId } from '~/shared/ids';
import { type Gathered, type GatherOptions, gather } from './gather';

export interface Passenger {
  festivalId: FestivalId;
  /** The session cookie's secret; null where there is none. */
  secret: string | null;
}

/** What a payment needs to know of the database before it can be a request. */
export interface Boarded {
  /** The festival's current day; null where there is none. */
  day: string | null;
  session: Session | null;
  accountId: AccountId | null;
}

export type Boarding = Gathered<Passenger, Boarded>;

/** Reads days, sessions and wallets for many payments at once: the same reads as the page's, a few statements for all. */
export function makeBoarding(app: AppContext, options: GatherOptions): Boarding {
  return gather('boarding', options, async (passengers) => {
    const now = app.clock.now();
    const days = await readDays(app, passengers, now);
    const secrets = new Set(passengers.flatMap(({ secret }) => secret ?? []));
    const sessions = await readSessions(app.db, { secrets: [...secrets], now });
    const people = [...sessions.values()].map(({ person }) => person.id);
    const accounts = await readSpendingAccountIds(app.db, people);
    await noteSeen(app, { sessions: [...sessions.values()], now });
    return passengers.map(({ festivalId, secret }): Boarded => {
      const session = (secret !== null && sessions.get(secret)) || null;
      return {
        day: days.get(festivalId) ?? null,
        session,
        accountId: (session && accounts.get(session.person.id)) ?? null,
      };
    });
  });
}

async function readDays({ db }: AppContext, passengers: readonly Passenger[], now: number) {
  const days = new Map<FestivalId, string | null>();
  for (const { festivalId } of passengers) {
    if (days.has(festivalId)) continue;
    const festival = await readFestival(db, festivalId);
    days.set(festivalId, (festival && currentDay(festival.days, now)?.day) ?? null);
  }
  return days;
}
