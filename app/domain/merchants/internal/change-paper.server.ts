import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { DocumentKind } from '../merchants';

/** Raises a paper's revision, so that checks of what it was have lapsed; with `answer`, also declares it. */
export async function changePaper(
  tx: Tx,
  {
    merchantId,
    kind,
    answer,
    by,
    now,
  }: { merchantId: MerchantId; kind: DocumentKind; answer?: 'have'; by: PersonId; now: number },
): Promise<void> {
  if (!answer) {
    await tx
      .updateTable('merchant_document')
      .set({ revision: sql<number>`revision + 1` })
      .where('merchant_id', '=', merchantId)
      .where('kind', '=', kind)
      .execute();
    return;
  }
  const said = { answer, declared_at: now, declared_by: by };
  await tx
    .insertInto('merchant_document')
    .values({ merchant_id: merchantId, kind, ...said, source: 'owner', revision: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['merchant_id', 'kind'])
        .doUpdateSet({ ...said, revision: sql<number>`merchant_document.revision + 1` }),
    )
    .execute();
}
