import type { ReadDb } from '~/platform/app-context';
import { type MerchantId, parseId } from '~/shared/ids';
import { readMerchant } from './read-merchant.server';

/** The business that an address names, as the frame of its pages shows it; null when there is none. */
export async function readOwnMerchant(
  db: ReadDb,
  { merchantId }: { merchantId?: string },
): Promise<{ merchant: { id: MerchantId; name: string } } | null> {
  const id = parseId('mrc', merchantId);
  const merchant = id ? await readMerchant(db, id) : null;
  return merchant ? { merchant: { id: merchant.id, name: merchant.stallName } } : null;
}
