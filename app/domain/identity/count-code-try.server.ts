import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { CODE_TRIES } from './identity';

export type CodeTryRefusal = { code: 'code_expired' } | { code: 'code_used_up' };

/**
 * Counts one try of the live code of a phone, before it is compared. A unit of work of its own: a refusal rolls back,
 * and a failed try must stay counted.
 */
export async function countCodeTry(
  tx: Tx,
  { phone, now }: { phone: E164; now: number },
): Promise<Result<{ codeId: string; triesLeft: number }, CodeTryRefusal>> {
  const counted = await tx
    .updateTable('identity_code')
    .set({ tries: sql<number>`tries + 1` })
    .where('phone', '=', phone)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', CODE_TRIES)
    .returning(['id', 'tries'])
    .executeTakeFirst();
  if (counted) return accept({ codeId: counted.id, triesLeft: CODE_TRIES - counted.tries });
  const live = await tx
    .selectFrom('identity_code')
    .select('id')
    .where('phone', '=', phone)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return refuse({ code: live ? 'code_used_up' : 'code_expired' });
}
