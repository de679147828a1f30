import { randomBytes } from 'node:crypto';
import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import { DAY_MS } from '~/shared/time';
import { SIGN_IN_LINK_DAYS } from './identity';
import { hashSecret } from './open-session.server';

/** Makes a one-time sign-in address and answers its path, `/masuk/tautan/<token>`. Only the token's hash is kept. */
export async function makeSignInLink(tx: Tx, { personId, now }: { personId: PersonId; now: number }): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx
    .insertInto('identity_sign_in_link')
    .values({
      token_hash: hashSecret(token),
      person_id: personId,
      created_at: now,
      expires_at: now + SIGN_IN_LINK_DAYS * DAY_MS,
      used_at: null,
    })
    .execute();
  return `/masuk/tautan/${token}`;
}
