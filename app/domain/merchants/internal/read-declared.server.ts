import type { Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import { lockRows } from '~db/engine.server';
import type { DocumentKind } from '../merchants';

/**
 * What was declared of a paper, its number still sealed; null where nothing was. Holds the paper's row to the end of the
 * unit of work, so that of two changes at once the second finds what the first wrote.
 */
export async function readDeclared(tx: Tx, { merchantId, kind }: { merchantId: MerchantId; kind: DocumentKind }) {
  const row = await lockRows(
    tx
      .selectFrom('merchant_document')
      .select([
        'answer',
        'number_sealed as numberSealed',
        'number_hmac as numberHmac',
        'valid_until as validUntil',
        'issued_on as issuedOn',
        'edition',
      ])
      .where('merchant_id', '=', merchantId)
      .where('kind', '=', kind),
  ).executeTakeFirst();
  return row ?? null;
}
