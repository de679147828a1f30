import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { AuditAction } from '~/shared/audit-actions';
import type { Id, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';

type HelpGone = { code: 'help_gone' };

/** The helper is done: what she typed stays marked until the owner has looked at it. */
export async function endHelp(
  tx: Tx,
  { merchantId, helperId, now }: { merchantId: MerchantId; helperId: PersonId; now: number },
): Promise<Result<undefined, HelpGone>> {
  const ended = await tx
    .updateTable('identity_helper_session')
    .set({ ended_at: now })
    .where('merchant_id', '=', merchantId)
    .where('helper_id', '=', helperId)
    .where('ended_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  if (!ended) return refuse({ code: 'help_gone' });
  await noteEnd(tx, { merchantId, helpId: ended.id, by: helperId, action: 'help.ended', now });
  return accept();
}

/** The owner ends it at once, or takes back a code nobody has used; the helper's next request finds nothing. */
export async function revokeHelp(
  tx: Tx,
  options: { merchantId: MerchantId; helpId: Id<'hlp'>; by: PersonId; now: number },
): Promise<Result<undefined, HelpGone>> {
  const { merchantId, helpId, by, now } = options;
  const revoked = await tx
    .updateTable('identity_helper_session')
    .set({ revoked_at: now, code_sealed: null })
    .where('id', '=', helpId)
    .where('merchant_id', '=', merchantId)
    .where('ended_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where((either) => either.or([either('expires_at', 'is', null), either('expires_at', '>', now)]))
    .executeTakeFirst();
  if (revoked.numUpdatedRows === 0n) return refuse({ code: 'help_gone' });
  await noteEnd(tx, { merchantId, helpId, by, action: 'help.revoked', now });
  return accept();
}

/** The owner has looked at everything that was typed for her: help that is over counts as confirmed. */
export async function markHelpConfirmed(
  tx: Tx,
  { merchantId, now }: { merchantId: MerchantId; now: number },
): Promise<void> {
  await tx
    .updateTable('identity_helper_session')
    .set({ confirmed_at: now })
    .where('merchant_id', '=', merchantId)
    .where('joined_at', 'is not', null)
    .where('confirmed_at', 'is', null)
    .where((over) =>
      over.or([over('ended_at', 'is not', null), over('revoked_at', 'is not', null), over('expires_at', '<=', now)]),
    )
    .execute();
}

async function noteEnd(
  tx: Tx,
  note: { merchantId: MerchantId; helpId: Id<'hlp'>; by: PersonId; action: AuditAction; now: number },
): Promise<void> {
  const { merchantId, helpId, by, action, now } = note;
  await recordAudit(tx, {
    actorId: by,
    action,
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { helpId },
    now,
  });
}
