import type { Tx } from '~/platform/app-context';
import type { DataSubject } from '~/shared/personal-data';

/** Her name on certificates and what was noted about her business go; her events name nobody but by number and stay. */
export async function eraseFromTraining(tx: Tx, { merchantIds }: DataSubject): Promise<void> {
  if (merchantIds.length === 0) return;
  for (const table of ['training_certificate', 'training_coaching'] as const) {
    await tx
      .deleteFrom(table)
      .where('merchant_id', 'in', [...merchantIds])
      .execute();
  }
}
