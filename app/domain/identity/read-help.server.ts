import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { Id, MerchantId, PersonId } from '~/shared/ids';

/** Somebody may type now: joined, neither ended nor taken back, within its half hour. */
export function isHelpLive(now: number) {
  return sql<boolean>`joined_at is not null and ended_at is null and revoked_at is null and expires_at > ${now}`;
}

export type HelpState = 'offered' | 'lapsed' | 'typing' | 'over' | 'taken_back' | 'confirmed';

export interface Help {
  id: Id<'hlp'>;
  state: HelpState;
  /** Six digits, while they can be used. */
  code: string | null;
  /** Until when the code, or the helper, may be used. */
  until: number;
  helperName: string | null;
  helperPhone: string | null;
  joinedAt: number | null;
  madeAt: number;
}

const SHOWN = 10;

/** The latest help of a business, newest first. */
export async function readHelp(
  db: ReadDb,
  { merchantId, secrets, now }: { merchantId: MerchantId; secrets: Pick<Secrets, 'open'>; now: number },
): Promise<Help[]> {
  const rows = await db
    .selectFrom('identity_helper_session as help')
    .leftJoin('identity_person as person', 'person.id', 'help.helper_id')
    .selectAll('help')
    .select(['person.name', 'person.phone'])
    .where('help.merchant_id', '=', merchantId)
    // A code that nobody used is no event once it is over.
    .where((shown) =>
      shown.or([
        shown('help.joined_at', 'is not', null),
        shown.and([shown('help.revoked_at', 'is', null), shown('help.offer_until', '>', now)]),
      ]),
    )
    .orderBy('help.made_at', 'desc')
    .orderBy('help.id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => {
    const state = stateOf(row, now);
    return {
      id: row.id,
      state,
      code: state === 'offered' && row.code_sealed !== null ? secrets.open(row.code_sealed) : null,
      until: row.expires_at ?? row.offer_until,
      helperName: row.name,
      helperPhone: row.phone,
      joinedAt: row.joined_at,
      madeAt: row.made_at,
    };
  });
}

interface HelpTimes {
  offer_until: number;
  joined_at: number | null;
  expires_at: number | null;
  ended_at: number | null;
  revoked_at: number | null;
  confirmed_at: number | null;
}

function stateOf(row: HelpTimes, now: number): HelpState {
  if (row.joined_at === null) return row.revoked_at === null && row.offer_until > now ? 'offered' : 'lapsed';
  if (row.confirmed_at !== null) return 'confirmed';
  if (row.revoked_at !== null) return 'taken_back';
  return row.ended_at === null && (row.expires_at ?? 0) > now ? 'typing' : 'over';
}

/** The live help in which this person types for this business; null for everybody else. */
export async function readLiveHelp(
  db: ReadDb | Tx,
  { merchantId, helperId, now }: { merchantId: MerchantId; helperId: PersonId; now: number },
): Promise<Id<'hlp'> | null> {
  const row = await db
    .selectFrom('identity_helper_session')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('helper_id', '=', helperId)
    .where(isHelpLive(now))
    .executeTakeFirst();
  return row?.id ?? null;
}
