import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId, PersonId } from '~/shared/ids';

/** Action of the trail's rows that say so. */
export const NUMBER_LOOK = 'number.look';

export interface NumberLook {
  merchantId: MerchantId;
  /** Whose numbers: kinds of papers, or `payout_account`. */
  about: readonly string[];
  viewerId: PersonId;
  now: number;
}

/**
 * Writes down that somebody of the house was shown numbers of a business in the open (NIK, account): a row for each, in
 * the unit of work that opens them, before they leave. Never the numbers themselves.
 */
export async function noteNumberLook(tx: Tx, { merchantId, about, viewerId, now }: NumberLook): Promise<void> {
  const look = { actorId: viewerId, action: NUMBER_LOOK, subjectKind: 'merchant', subjectId: merchantId, now } as const;
  for (const each of about) await recordAudit(tx, { ...look, details: { about: each } });
}
