import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { AccountId, Id } from '~/shared/ids';

export interface PinPassKey {
  sessionId: Id<'ses'>;
  accountId: AccountId;
}

const KEY = { session_id: 'text', account_id: 'text' } as const;

/**
 * Until when each of these sessions may pay from its account without a PIN, by session; one that may not is left out.
 * A pass counts while its session lives, belongs to the account's owner and the account is not locked, so signing out,
 * signing a device out and a lock end it without anybody remembering to.
 */
export async function readPinPasses(
  db: ReadDb | Tx,
  keys: readonly PinPassKey[],
  now: number,
): Promise<Map<Id<'ses'>, PinPassKey & { until: number }>> {
  if (keys.length === 0) return new Map();
  const given = keys.map(({ sessionId, accountId }) => ({ session_id: sessionId, account_id: accountId }));
  const { rows } = await sql<{ session_id: Id<'ses'>; account_id: AccountId; until_at: number }>`
    select p.session_id, p.account_id, p.until_at from ${jsonRows(db, KEY, given)} as given
    join wallet_pin_pass as p on p.session_id = given.session_id and p.account_id = given.account_id
    join identity_session as s on s.id = p.session_id
    join wallet_account as a on a.id = p.account_id and a.owner_kind = 'person' and a.owner_id = s.person_id
    where p.until_at > ${now} and s.revoked_at is null and s.expires_at > ${now}
      and (a.pin_locked_until is null or a.pin_locked_until <= ${now})`.execute(db);
  return new Map(
    rows.map((row) => [row.session_id, { sessionId: row.session_id, accountId: row.account_id, until: row.until_at }]),
  );
}

/** One of them: epoch ms, or null where the PIN is asked. */
export async function readPinPass(db: ReadDb | Tx, key: PinPassKey, now: number): Promise<number | null> {
  const passes = await readPinPasses(db, [key], now);
  return passes.get(key.sessionId)?.until ?? null;
}
