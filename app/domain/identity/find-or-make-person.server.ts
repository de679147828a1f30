import type { Tx } from '~/platform/app-context';
import { newId, type PersonId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import type { E164 } from '~/shared/phone';

/** The person with this phone, made if there is none; two at once get the same one. */
export async function findOrMakePersonByPhone(
  tx: Tx,
  { phone, language = 'id', now }: { phone: E164; language?: Language; now: number },
): Promise<PersonId> {
  await tx
    .insertInto('identity_person')
    .values({ id: newId('psn', now), phone, email: null, name: null, language, created_at: now })
    .onConflict((conflict) => conflict.column('phone').doNothing())
    .execute();
  const row = await tx.selectFrom('identity_person').select('id').where('phone', '=', phone).executeTakeFirstOrThrow();
  return row.id;
}
