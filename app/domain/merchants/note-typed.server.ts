import { readLiveHelp } from '~/domain/identity/read-help.server';
import type { Tx } from '~/platform/app-context';
import { type MerchantId, newId, type PersonId } from '~/shared/ids';
import { settleWaiting } from './internal/settle-waiting.server';

/** One field of a business as it was and as it is now; values as JSON knows them. */
export interface TypedChange {
  /** As in `typed-field.ts`. */
  field: string;
  before: unknown;
  after: unknown;
}

/**
 * Remembers who typed which fields, in the unit that changed them; what did not change is left out. A helper's keep what
 * stood there before, until the owner confirms or undoes them; the business's own people settle what a helper left there.
 */
export async function noteTyped(
  tx: Tx,
  {
    merchantId,
    by,
    changes,
    now,
  }: { merchantId: MerchantId; by: PersonId | null; changes: TypedChange[]; now: number },
): Promise<void> {
  const changed = changes.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  if (by === null || changed.length === 0) return;
  const helpId = await readLiveHelp(tx, { merchantId, helperId: by, now });
  const fields = changed.map(({ field }) => field);
  if (helpId === null) await settleWaiting(tx, { merchantId, by, fields, until: now, outcome: 'confirmed', now });
  await tx
    .insertInto('merchant_field_author')
    .values(
      changed.map(({ field, before, after }) => ({
        id: newId('typ', now),
        merchant_id: merchantId,
        field,
        at: now,
        person_id: by,
        helper_session_id: helpId,
        before_value: helpId === null ? null : JSON.stringify(before ?? null),
        after_value: helpId === null ? null : JSON.stringify(after ?? null),
        confirmed_at: null,
        confirmed_by: null,
        undone_at: null,
      })),
    )
    .execute();
}
