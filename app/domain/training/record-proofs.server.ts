import type { Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';

export interface Proof {
  merchantId: MerchantId;
  /** `slip`: an evening that was closed; its source is `participation:day`. */
  proof: 'slip';
  sourceId: string;
}

/** Records what a capability above training saw in its own data. The same source again is the same proof of the first time. */
export async function recordProofs(tx: Tx, { proofs, now }: { proofs: readonly Proof[]; now: number }): Promise<void> {
  if (proofs.length === 0) return;
  await tx
    .insertInto('training_proof')
    .values(
      proofs.map(({ merchantId, proof, sourceId }) => ({
        merchant_id: merchantId,
        proof,
        source_id: sourceId,
        recorded_at: now,
        withdrawn_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['merchant_id', 'proof', 'source_id']).doUpdateSet({ withdrawn_at: null }),
    )
    .execute();
}
