import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppContext, Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import type { ImportId, OrganisationId, PersonId } from '~/shared/ids';
import type { ImportedRow } from './import';
import { applyDishes } from './internal/apply-dishes.server';
import { applyMerchants, type MerchantOfFile } from './internal/apply-merchants.server';
import { mergeRows } from './internal/merge-merchant';

const MERCHANTS_A_CHUNK = 25;
/** One call works this long and then leaves the rest to a row of its own, so that other acts get their turn. */
const SLICE_MS = 4_000;

interface Chunk {
  importId: ImportId;
  organisationId: OrganisationId;
  by: PersonId;
}

/**
 * Takes the good rows in: twenty-five merchants with their dishes a unit of work, until none is left or four seconds
 * are over; then the rest gets its own outbox row. Every chunk marks its rows in the same unit, so a crash loses
 * at most one chunk, which is then done again.
 */
export async function applyImport(app: AppContext, { importId }: { importId: ImportId }): Promise<void> {
  const row = await app.db.selectFrom('menu_import').selectAll().where('id', '=', importId).executeTakeFirst();
  if (row?.state !== 'applying') return;
  const chunk: Chunk = { importId, organisationId: row.organisation_id, by: row.created_by };
  const until = performance.now() + SLICE_MS;
  let after = '';
  for (;;) {
    const keys = await nextMerchants(app, importId, after);
    if (keys.length === 0) break;
    await app.inTransaction((tx) => applyChunk(tx, app, { chunk, keys }));
    after = keys.at(-1) ?? after;
    await nextTurn();
    if (performance.now() > until) return app.inTransaction((tx) => leaveRest(tx, app, importId));
  }
  await app.inTransaction((tx) => finish(tx, importId, app.clock.now()));
}

async function nextMerchants(app: AppContext, importId: ImportId, after: string): Promise<string[]> {
  const rows = await app.db
    .selectFrom('menu_import_row')
    .select('merchant_key')
    .where('import_id', '=', importId)
    .where('merchant_key', '>', after)
    .where('state', 'in', ['good', 'bad'])
    .where('reading', 'is not', null)
    .where('applied_at', 'is', null)
    .groupBy('merchant_key')
    .orderBy('merchant_key')
    .limit(MERCHANTS_A_CHUNK)
    .execute();
  return rows.flatMap((row) => row.merchant_key ?? []);
}

async function applyChunk(tx: Tx, app: AppContext, { chunk, keys }: { chunk: Chunk; keys: string[] }): Promise<void> {
  const { importId } = chunk;
  const now = app.clock.now();
  // The import's row is the lock: two workers never take in one chunk twice.
  const locked = await tx
    .updateTable('menu_import')
    .set({ state: 'applying' })
    .where('id', '=', importId)
    .where('state', '=', 'applying')
    .executeTakeFirst();
  if (locked.numUpdatedRows === 0n) return;
  const merchants = await gather(tx, importId, keys);
  const applied = await applyMerchants(tx, app.ports.secrets, { ...chunk, merchants, now });
  const dishes = await applyDishes(tx, { merchants: applied.merchants, by: chunk.by, now });
  const written = await markRows(tx, { importId, keys, claimed: applied.claimedKeys, now });
  await tx
    .updateTable('menu_import')
    .set((eb) => ({
      rows_applied: eb('rows_applied', '+', written),
      merchants_made: eb('merchants_made', '+', applied.made),
      merchants_changed: eb('merchants_changed', '+', applied.changed),
      dishes_made: eb('dishes_made', '+', dishes.made),
      dishes_changed: eb('dishes_changed', '+', dishes.changed),
    }))
    .where('id', '=', importId)
    .execute();
}

async function gather(tx: Tx, importId: ImportId, keys: string[]): Promise<MerchantOfFile[]> {
  const rows = await tx
    .selectFrom('menu_import_row')
    .select(['merchant_key', 'reading'])
    .where('import_id', '=', importId)
    .where('merchant_key', 'in', keys)
    .where('state', 'in', ['good', 'bad'])
    .where('reading', 'is not', null)
    .where('applied_at', 'is', null)
    .orderBy('merchant_key')
    .orderBy('row_number')
    .execute();
  const byKey = new Map<string, ImportedRow[]>();
  for (const row of rows) {
    const key = row.merchant_key ?? '';
    byKey.set(key, [...(byKey.get(key) ?? []), JSON.parse(row.reading ?? 'null') as ImportedRow]);
  }
  return [...byKey].map(([key, readings]) => ({ key, ...mergeRows(readings) }));
}

/** Good rows are applied; bad ones keep their state and are only marked as seen. Answers how many went in. */
async function markRows(
  tx: Tx,
  { importId, keys, claimed, now }: { importId: ImportId; keys: string[]; claimed: string[]; now: number },
): Promise<number> {
  const rows = () =>
    tx.updateTable('menu_import_row').where('import_id', '=', importId).where('applied_at', 'is', null);
  if (claimed.length > 0) {
    const problem = JSON.stringify([
      { column: null, heading: '', field: 'stall_name', code: 'merchant_claimed', read: '', note: true },
    ]);
    await rows()
      .set({ state: 'skipped', errors: problem, applied_at: now })
      .where('merchant_key', 'in', claimed)
      .where('state', '=', 'good')
      .execute();
  }
  const good = await rows()
    .set({ state: 'applied', applied_at: now })
    .where('merchant_key', 'in', keys)
    .where('state', '=', 'good')
    .executeTakeFirst();
  await rows().set({ applied_at: now }).where('merchant_key', 'in', keys).where('state', '=', 'bad').execute();
  return Number(good.numUpdatedRows);
}

async function leaveRest(tx: Tx, app: AppContext, importId: ImportId): Promise<void> {
  const { rows_applied: count } = await tx
    .selectFrom('menu_import')
    .select('rows_applied')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  await addToOutbox(tx, {
    kind: 'menus.apply_import',
    key: `import:${importId}:apply:${count}`,
    payload: { importId },
    now: app.clock.now(),
  });
}

async function finish(tx: Tx, importId: ImportId, now: number): Promise<void> {
  await tx
    .updateTable('menu_import')
    .set({ state: 'applied', applied_at: now })
    .where('id', '=', importId)
    .where('state', '=', 'applying')
    .execute();
}
