import type { Tx } from '~/platform/app-context';
import { insertJsonRows } from '~/platform/json-rows.server';
import type { FestivalId, MerchantId, ParticipationId } from '~/shared/ids';

const LISTING = {
  festival_id: 'text',
  number: 'integer',
  participation_id: 'text',
  dish_id: 'text',
  festival_price: 'integer',
  created_at: 'integer',
} as const;

interface Stall {
  festivalId: FestivalId;
  participationId: ParticipationId;
  merchantId: MerchantId;
  now: number;
}

/** Puts every priced dish that is not listed yet on sale at its normal price; says how many. The festival's row is locked by the caller. */
export async function listDishes(tx: Tx, { festivalId, participationId, merchantId, now }: Stall): Promise<number> {
  const dishes = await tx
    .selectFrom('menu_dish')
    .select(['id', 'price'])
    .where('merchant_id', '=', merchantId)
    .where('archived_at', 'is', null)
    .where('price', '>', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('stall_listing')
            .select('number')
            .where('festival_id', '=', festivalId)
            .where('participation_id', '=', participationId)
            .whereRef('stall_listing.dish_id', '=', 'menu_dish.id'),
        ),
      ),
    )
    .orderBy('position')
    .orderBy('id')
    .execute();
  const { last } = await tx
    .selectFrom('stall_listing')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('festival_id', '=', festivalId)
    .executeTakeFirstOrThrow();
  return insertJsonRows(
    tx,
    'stall_listing',
    LISTING,
    dishes.map((dish, index) => ({
      festival_id: festivalId,
      number: Number(last ?? 0) + index + 1,
      participation_id: participationId,
      dish_id: dish.id,
      festival_price: dish.price,
      created_at: now,
    })),
  );
}
