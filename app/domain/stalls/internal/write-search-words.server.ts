import type { Tx } from '~/platform/app-context';
import { insertJsonRows } from '~/platform/json-rows.server';
import { foldedWords } from '~/shared/fold-text';
import type { FestivalId, MerchantId, ParticipationId } from '~/shared/ids';

const WORD = { festival_id: 'text', word: 'text', listing_number: 'integer' } as const;

/** Writes the folded words of a stall's dishes and of its own name anew; search finds them by prefix. */
export async function writeSearchWords(
  tx: Tx,
  {
    festivalId,
    participationId,
    merchantId,
  }: { festivalId: FestivalId; participationId: ParticipationId; merchantId: MerchantId },
): Promise<void> {
  const merchant = await tx
    .selectFrom('merchant_profile')
    .select('stall_name')
    .where('id', '=', merchantId)
    .executeTakeFirst();
  const listings = await tx
    .selectFrom('stall_listing')
    .innerJoin('menu_dish', 'menu_dish.id', 'stall_listing.dish_id')
    .select(['number', 'name', 'withdrawn_at'])
    .where('festival_id', '=', festivalId)
    .where('participation_id', '=', participationId)
    .execute();
  if (listings.length === 0) return;
  await tx
    .deleteFrom('stall_search_word')
    .where('festival_id', '=', festivalId)
    .where(
      'listing_number',
      'in',
      listings.map((listing) => listing.number),
    )
    .execute();
  const words = listings
    .filter((listing) => listing.withdrawn_at === null)
    .flatMap(({ number, name }) =>
      foldedWords(`${name} ${merchant?.stall_name ?? ''}`).map((word) => ({
        festival_id: festivalId,
        word,
        listing_number: number,
      })),
    );
  await insertJsonRows(tx, 'stall_search_word', WORD, words, { skipExisting: true });
}
