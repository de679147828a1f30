import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { DocumentKind } from '../merchants';
import { readDeclared } from './read-declared.server';

interface PaperChange {
  merchantId: MerchantId;
  kind: DocumentKind;
  by: PersonId;
  now: number;
}

/** Raises a paper's revision, so that checks of what it was have lapsed; with `answer`, also declares it. */
export async function changePaper(
  tx: Tx,
  { merchantId, kind, answer, by, now }: PaperChange & { answer?: 'have' },
): Promise<void> {
  await tx
    .updateTable('merchant_document')
    .set({
      revision: sql<number>`revision + 1`,
      ...(answer && { answer, declared_at: now, declared_by: by }),
    })
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .execute();
}

/**
 * Holds a paper's row to the end of the unit of work and answers what was declared before; null where the row had to be
 * made for that, at revision 0: it is raised before the commit.
 */
export async function holdPaper(tx: Tx, { merchantId, kind, by, now }: PaperChange) {
  const said = { answer: 'have', source: 'owner', declared_at: now, declared_by: by, revision: 0 };
  const made = await tx
    .insertInto('merchant_document')
    .values({ merchant_id: merchantId, kind, ...said })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'kind']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? null : readDeclared(tx, { merchantId, kind });
}
