import { eraseFromFestivals } from '~/domain/festivals/erase-person.server';
import { eraseFromIdentity, shutOut } from '~/domain/identity/erase-person.server';
import { eraseFromMenus } from '~/domain/menus/erase-person.server';
import { eraseFromMerchants } from '~/domain/merchants/erase-person.server';
import { eraseFromOrders } from '~/domain/orders/erase-person.server';
import { eraseFromStalls } from '~/domain/stalls/erase-person.server';
import { eraseFromTraining } from '~/domain/training/erase-person.server';
import { eraseFromWallet } from '~/domain/wallet/erase-person.server';
import type { Tx } from '~/platform/app-context';
import { removeFilesOf } from '~/platform/file.server';
import { writeTombstones } from '~/platform/tombstone.server';
import type { PrivacyRequestId } from '~/shared/ids';
import type { DataSubject } from '~/shared/personal-data';

/** One capability's part: a unit of work of its own that bears repetition. */
export type ErasureStep = (tx: Tx, subject: DataSubject, now: number) => Promise<void>;

/**
 * Who erases what, highest capability first, so that each still finds below what it looks things up by. The last step ends by itself: `buryPerson`.
 */
export const ERASURE_STEPS: Record<string, ErasureStep> = {
  entry: shutOut,
  orders: eraseFromOrders,
  stalls: eraseFromStalls,
  festivals: eraseFromFestivals,
  training: eraseFromTraining,
  menus: eraseFromMenus,
  merchants: eraseFromMerchants,
  wallet: eraseFromWallet,
};

/** The last step: the person herself and her requests, with the tombstones in the same unit. */
export async function buryPerson(
  tx: Tx,
  subject: DataSubject,
  { requestId, now }: { requestId: PrivacyRequestId | null; now: number },
): Promise<void> {
  const { personId, merchantIds } = subject;
  await eraseFromIdentity(tx, subject, now);
  const requests = await tx
    .updateTable('privacy_request')
    .set({ wanted: null, answer: null })
    .where('person_id', '=', personId)
    .returning('id')
    .execute();
  await removeFilesOf(tx, { ownerKind: 'privacy', ownerIds: requests.map(({ id }) => id) });
  await tx
    .updateTable('privacy_request')
    .set({ state: 'withdrawn', ended_at: now })
    .where('person_id', '=', personId)
    .where('state', 'in', ['asked', 'taken', 'erasing'])
    .where('kind', '<>', 'erasure')
    .execute();
  await tx
    .updateTable('privacy_request')
    .set({ state: 'answered', ended_at: now })
    .where('person_id', '=', personId)
    .where('kind', '=', 'erasure')
    .where('state', 'in', ['asked', 'taken', 'erasing'])
    .execute();
  await writeTombstones(tx, [
    { kind: 'person', id: personId, erasedAt: now, requestId },
    ...merchantIds.map((id) => ({ kind: 'merchant' as const, id, erasedAt: now, requestId })),
  ]);
}
