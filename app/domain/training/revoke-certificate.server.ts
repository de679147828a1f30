import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { CertificateId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';

export type RevokeCertificateRefusal = { code: 'certificate_not_in_force' };

/**
 * Takes a certificate back. Its page says so, with the reason, from now on. `again`: whether she may have another as soon
 * as her data allows it (a name was wrong) or only when this one would have run out.
 */
export async function revokeCertificate(
  tx: Tx,
  options: { certificateId: CertificateId; why: string; again: 'now' | 'later'; by: PersonId; now: number },
): Promise<Result<void, RevokeCertificateRefusal>> {
  const { certificateId, why, again, by, now } = options;
  const revoked = await tx
    .updateTable('training_certificate')
    .set(({ ref }) => ({
      revoked_at: now,
      revoked_by: by,
      revoked_why: why,
      again_from: again === 'now' ? now : ref('valid_until'),
    }))
    .where('id', '=', certificateId)
    .where('revoked_at', 'is', null)
    .where('valid_until', '>', now)
    .executeTakeFirst();
  if (revoked.numUpdatedRows === 0n) return refuse({ code: 'certificate_not_in_force' });
  await recordAudit(tx, {
    actorId: by,
    action: 'certificate.revoke',
    subjectKind: 'certificate',
    subjectId: certificateId,
    // The reason stands in the certificate alone, and goes with it.
    details: { again },
    now,
  });
  return accept();
}
