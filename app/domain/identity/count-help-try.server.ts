import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { Id, PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { HELP_CODE_TRIES } from './identity';

/**
 * Counts one try of the code that the owner of this phone reads out, before it is compared; a unit of work of its own.
 * No offer, an old one and one tried five times answer alike, so that nobody learns who is asking for help.
 */
export async function countHelpTry(
  tx: Tx,
  { phone, now }: { phone: E164; now: number },
): Promise<Result<{ helpId: Id<'hlp'>; ownerId: PersonId }, { code: 'help_code_wrong' }>> {
  const counted = await tx
    .updateTable('identity_helper_session')
    .set({ tries: sql<number>`tries + 1` })
    .where('owner_id', '=', (owner) =>
      owner.selectFrom('identity_person').select('identity_person.id').where('phone', '=', phone),
    )
    .where('joined_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('offer_until', '>', now)
    .where('tries', '<', HELP_CODE_TRIES)
    .returning(['id', 'owner_id'])
    .executeTakeFirst();
  return counted ? accept({ helpId: counted.id, ownerId: counted.owner_id }) : refuse({ code: 'help_code_wrong' });
}
