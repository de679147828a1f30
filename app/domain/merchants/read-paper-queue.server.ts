import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import type { DocumentKind } from './merchants';

/** A paper with pages that no verifier of the installation has compared as it stands now. */
export interface WaitingPaper {
  merchantId: MerchantId;
  stallName: string;
  regionCode: string;
  kind: DocumentKind;
  pages: number;
  /** When its newest page came, epoch ms. */
  since: number;
}

/** What waits for a verifier, longest waiting first. */
export async function readPaperQueue(db: ReadDb, { limit }: { limit: number }): Promise<WaitingPaper[]> {
  const rows = await db
    .selectFrom('merchant_document as paper')
    .innerJoin('merchant_profile as merchant', 'merchant.id', 'paper.merchant_id')
    .innerJoin('merchant_document_page as page', (join) =>
      join.onRef('page.merchant_id', '=', 'paper.merchant_id').onRef('page.kind', '=', 'paper.kind'),
    )
    .leftJoin('merchant_document_check as check', (join) =>
      join
        .onRef('check.merchant_id', '=', 'paper.merchant_id')
        .onRef('check.kind', '=', 'paper.kind')
        .onRef('check.revision', '=', 'paper.revision')
        .on('check.level', '=', 'platform'),
    )
    .select([
      'paper.merchant_id as merchantId',
      'merchant.stall_name as stallName',
      'merchant.region_code as regionCode',
      'paper.kind as kind',
      sql<number>`count(*)`.as('pages'),
      sql<number>`max(page.added_at)`.as('since'),
    ])
    .where('paper.answer', '=', 'have')
    .where('page.removed_at', 'is', null)
    .where('merchant.state', '!=', 'closed')
    .where('check.merchant_id', 'is', null)
    .groupBy(['paper.merchant_id', 'merchant.stall_name', 'merchant.region_code', 'paper.kind'])
    .orderBy('since')
    .orderBy('merchantId')
    .orderBy('paper.kind')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as DocumentKind }));
}
