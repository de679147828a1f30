import { markHelpConfirmed } from '~/domain/identity/end-help.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { readMarkedFields } from '../read-typed.server';

interface Settling {
  merchantId: MerchantId;
  /** Null: every field. */
  fields: readonly string[] | null;
  /** What was typed after this instant goes on waiting, epoch ms. */
  until: number;
  outcome: 'confirmed' | 'undone';
  by: PersonId;
  now: number;
}

/**
 * Ends the waiting of what a helper typed, and forgets the values kept for it; answers how many notes. With the last one
 * help that is over counts as confirmed.
 */
export async function settleWaiting(tx: Tx, settling: Settling): Promise<number> {
  const { merchantId, fields, until, outcome, by, now } = settling;
  let waiting = tx
    .updateTable('merchant_field_author')
    .set({
      ...(outcome === 'confirmed' ? { confirmed_at: now, confirmed_by: by } : { undone_at: now }),
      before_value: null,
      after_value: null,
    })
    .where('merchant_id', '=', merchantId)
    .where('at', '<=', until)
    .where('helper_session_id', 'is not', null)
    .where('confirmed_at', 'is', null)
    .where('undone_at', 'is', null);
  if (fields) waiting = waiting.where('field', 'in', fields);
  const settled = Number((await waiting.executeTakeFirst()).numUpdatedRows);
  if (settled === 0) return 0;
  await recordAudit(tx, {
    actorId: by,
    action: `help.typed_${outcome}`,
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { field: fields?.join(', ') ?? null, fields: settled },
    now,
  });
  if ((await readMarkedFields(tx, merchantId)).length === 0) await markHelpConfirmed(tx, { merchantId, now });
  return settled;
}
