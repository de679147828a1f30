import type { AppContext } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { Id, MerchantId, PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { MINUTE_MS } from '~/shared/time';
import { belongsTo } from './belongs-to.server';
import { countHelpTry } from './count-help-try.server';
import { HELP_MINUTES } from './identity';
import { helpFingerprint } from './offer-help.server';

export type JoinHelpRefusal = { code: 'help_code_wrong' } | { code: 'help_own_business' };

export interface JoinedHelp {
  helpId: Id<'hlp'>;
  merchantId: MerchantId;
  expiresAt: number;
}

/**
 * Begins half an hour of help by the code its owner read out: the try is counted first, then code and use are one
 * conditional update, so that of two helpers with one code one begins.
 */
export async function joinHelp(
  app: Pick<AppContext, 'inTransaction' | 'ports' | 'clock'>,
  options: { phone: E164; code: string; helperId: PersonId; fences?: Fences },
): Promise<Result<JoinedHelp, JoinHelpRefusal>> {
  const { phone, code, helperId, fences = ALL_FENCES } = options;
  const now = app.clock.now();
  const counted = await app.inTransaction((tx) => countHelpTry(tx, { phone, now }));
  if (!counted.ok) return counted;
  const { helpId, ownerId } = counted.value;
  const fingerprint = helpFingerprint(app.ports.secrets, ownerId, code);
  return app.inTransaction(async (tx): Promise<Result<JoinedHelp, JoinHelpRefusal>> => {
    const expiresAt = now + HELP_MINUTES * MINUTE_MS;
    let joining = tx
      .updateTable('identity_helper_session')
      .set({ helper_id: helperId, joined_at: now, expires_at: expiresAt, code_sealed: null })
      .where('id', '=', helpId)
      .where('code_hmac', '=', fingerprint)
      .where('revoked_at', 'is', null)
      .where('offer_until', '>', now);
    if (fences.guard) joining = joining.where('joined_at', 'is', null);
    const joined = await joining.returning('merchant_id').executeTakeFirst();
    if (!joined) return refuse({ code: 'help_code_wrong' });
    const { merchant_id: merchantId } = joined;
    // Who belongs to the business types as herself.
    if (await belongsTo(tx, { personId: helperId, merchantId })) return refuse({ code: 'help_own_business' });
    await recordAudit(tx, {
      actorId: helperId,
      action: 'help.joined',
      subjectKind: 'merchant',
      subjectId: merchantId,
      details: { helpId },
      now,
    });
    return accept({ helpId, merchantId, expiresAt });
  });
}
