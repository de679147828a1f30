import { markHelpConfirmed } from '~/domain/identity/end-help.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';

export type TypedGone = { code: 'typed_gone' };

export interface TypedAnswer {
  merchantId: MerchantId;
  /** One field, or null for everything that was on the page. */
  field: string | null;
  /** What was typed after this instant was not on her page, epoch ms. */
  until: number;
  by: PersonId;
  now: number;
}

/** The owner has looked and agrees: the marks go, and with them what stood there before. */
export async function confirmTyped(tx: Tx, answer: TypedAnswer): Promise<Result<number, TypedGone>> {
  return settleTyped(tx, answer, 'confirmed');
}

/** Ends the waiting of what a helper typed, confirmed or undone; answers how many notes. None waiting is a refusal. */
export async function settleTyped(
  tx: Tx,
  { merchantId, field, until, by, now }: TypedAnswer,
  outcome: 'confirmed' | 'undone',
): Promise<Result<number, TypedGone>> {
  let settling = tx
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
  if (field !== null) settling = settling.where('field', '=', field);
  const settled = Number((await settling.executeTakeFirst()).numUpdatedRows);
  if (settled === 0) return refuse({ code: 'typed_gone' });
  await recordAudit(tx, {
    actorId: by,
    action: `help.typed_${outcome}`,
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { field, fields: settled },
    now,
  });
  const waiting = await tx
    .selectFrom('merchant_field_author')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('helper_session_id', 'is not', null)
    .where('confirmed_at', 'is', null)
    .where('undone_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!waiting) await markHelpConfirmed(tx, { merchantId, now });
  return accept(settled);
}
