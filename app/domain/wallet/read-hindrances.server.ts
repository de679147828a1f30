import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import type { DataSubject, Hindrance } from '~/shared/personal-data';

/** Money that is still hers or still owed: it is settled first, since afterwards nobody knows whose it was. */
export async function readMoneyHindrances(
  db: ReadDb | Tx,
  { personId, merchantIds }: DataSubject,
): Promise<Hindrance[]> {
  const accounts = await db
    .selectFrom('wallet_account')
    .select(['id', 'owner_kind', 'owner_id', 'kind', 'balance', 'held'])
    .where('owner_id', 'in', [personId, ...merchantIds])
    .where((either) => either.or([either('balance', '>', 0), either('held', '>', 0)]))
    .orderBy('id')
    .execute();
  const topUp = await db
    .selectFrom('wallet_top_up')
    .innerJoin('wallet_account', 'wallet_account.id', 'wallet_top_up.account_id')
    .select('wallet_top_up.id')
    .where('wallet_account.owner_id', '=', personId)
    .where('wallet_top_up.state', '=', 'created')
    .limit(1)
    .executeTakeFirst();
  const hindrances = accounts.map(({ owner_id, kind, balance }): Hindrance => {
    const amount = balance ?? 0;
    if (kind === 'spending') return { code: 'wallet_not_empty', amount };
    const merchantId = owner_id as MerchantId;
    return { code: kind === 'sales' ? 'sales_not_paid_out' : 'commission_owed', merchantId, amount };
  });
  return topUp ? [...hindrances, { code: 'top_up_open' }] : hindrances;
}
