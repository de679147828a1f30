import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { AccountId } from '~/shared/ids';
import type { HoldOrder } from '../wallet';

const HOLD = { id: 'text', account_id: 'text', amount: 'integer', reference: 'text' } as const;
const ID = { id: 'text' } as const;

/** The holds of a batch as a table of one statement; name it in SQL: `${holdRows(…)} as asked`. */
export function holdRows(tx: Tx, holds: readonly HoldOrder[]): RawBuilder<unknown> {
  const rows = holds.map(({ id, accountId, amount, reference }) => ({ id, account_id: accountId, amount, reference }));
  return jsonRows(tx, HOLD, rows);
}

/** `in (…)` for any number of ids with one parameter. */
export function idList(tx: Tx, ids: readonly AccountId[]): RawBuilder<AccountId> {
  const rows = ids.map((id) => ({ id }));
  return sql<AccountId>`(select given.id from ${jsonRows(tx, ID, rows)} as given)`;
}
