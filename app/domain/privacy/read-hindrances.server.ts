import { readFestivalHindrances } from '~/domain/festivals/read-hindrances.server';
import { readRoleHindrances } from '~/domain/identity/read-hindrances.server';
import { readSoleMerchants } from '~/domain/identity/read-sole-merchants.server';
import { readMerchants } from '~/domain/merchants/read-merchant.server';
import { readOrderHindrances } from '~/domain/orders/read-hindrances.server';
import { readMoneyHindrances } from '~/domain/wallet/read-hindrances.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { DataSubject, NamedHindrance } from '~/shared/personal-data';

/** Whose data goes when this person is erased: hers, and the businesses that are hers alone. */
export async function readSubject(db: ReadDb | Tx, personId: PersonId): Promise<DataSubject> {
  return { personId, merchantIds: await readSoleMerchants(db, personId) };
}

/** What has to end before she can be erased; empty when nothing stands in the way. */
export async function readHindrances(db: ReadDb | Tx, subject: DataSubject): Promise<NamedHindrance[]> {
  const found = [
    ...(await readOrderHindrances(db, subject)),
    ...(await readMoneyHindrances(db, subject)),
    ...(await readFestivalHindrances(db, subject)),
    ...(await readRoleHindrances(db, subject)),
  ];
  const stalls = new Map((await readMerchants(db, subject.merchantIds)).map(({ id, stallName }) => [id, stallName]));
  return found.map((each) => ({ ...each, stall: 'merchantId' in each ? (stalls.get(each.merchantId) ?? '') : '' }));
}
