import type { ReadDb } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import { NUMBER_LOOK } from './note-number-look.server';

/** One time a number of a business was shown to somebody of the house. */
export interface SeenNumber {
  id: string;
  at: number;
  viewerId: string;
  name: string | null;
}

/** Who was shown this number of hers (a kind of paper, or `payout_account`), the newest first. */
export async function readNumberLooks(
  db: ReadDb,
  { merchantId, about }: { merchantId: MerchantId; about: string },
): Promise<SeenNumber[]> {
  const rows = await db
    .selectFrom('platform_audit as look')
    .leftJoin('identity_person as person', 'person.id', 'look.actor_id')
    .select(['look.id', 'look.at', 'look.actor_id', 'look.details', 'person.name'])
    .where('look.subject_kind', '=', 'merchant')
    .where('look.subject_id', '=', merchantId)
    .where('look.action', '=', NUMBER_LOOK)
    .orderBy('look.at', 'desc')
    .orderBy('look.id', 'desc')
    .execute();
  return rows
    .filter(({ details }) => (JSON.parse(details) as { about?: string }).about === about)
    .map(({ id, at, actor_id, name }) => ({ id, at, viewerId: actor_id ?? '', name }));
}
