import { randomInt } from 'node:crypto';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Secrets } from '~/platform/secret.server';
import { type Id, type MerchantId, newId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { MINUTE_MS } from '~/shared/time';
import { HELP_CODE_MINUTES } from './identity';
import { isHelpLive } from './read-help.server';

export interface HelpOffer {
  merchantId: MerchantId;
  ownerId: PersonId;
  secrets: Pick<Secrets, 'hmac' | 'seal'>;
  now: number;
}

/**
 * Makes a code of six digits for the owner to read out, good for ten minutes; one she made before stops working.
 * Refused while somebody is helping this business.
 */
export async function offerHelp(
  tx: Tx,
  { merchantId, ownerId, secrets, now }: HelpOffer,
): Promise<Result<{ helpId: Id<'hlp'>; code: string }, { code: 'help_going_on' }>> {
  const helping = await tx
    .selectFrom('identity_helper_session')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where(isHelpLive(now))
    .executeTakeFirst();
  if (helping) return refuse({ code: 'help_going_on' });
  await tx
    .updateTable('identity_helper_session')
    .set({ revoked_at: now, code_sealed: null })
    .where('owner_id', '=', ownerId)
    .where('joined_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  const helpId = newId('hlp', now);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await tx
    .insertInto('identity_helper_session')
    .values({
      id: helpId,
      merchant_id: merchantId,
      owner_id: ownerId,
      code_hmac: helpFingerprint(secrets, ownerId, code),
      code_sealed: secrets.seal(code),
      tries: 0,
      made_at: now,
      offer_until: now + HELP_CODE_MINUTES * MINUTE_MS,
      helper_id: null,
      joined_at: null,
      expires_at: null,
      ended_at: null,
      revoked_at: null,
      confirmed_at: null,
    })
    .execute();
  await recordAudit(tx, {
    actorId: ownerId,
    action: 'help.offered',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { helpId },
    now,
  });
  return accept({ helpId, code });
}

/** What is kept of a code: it fits one owner's offer only and cannot be tried out without the key. */
export function helpFingerprint(secrets: Pick<Secrets, 'hmac'>, ownerId: PersonId, code: string): string {
  return secrets.hmac(`help-code\n${ownerId}\n${code}`);
}
