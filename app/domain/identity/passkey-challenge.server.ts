import { randomBytes } from 'node:crypto';
import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import { newId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { MINUTE_MS } from '~/shared/time';
import { hashSecret } from './open-session.server';
import { CHALLENGE_MINUTES } from './passkey';

export type ChallengeRefusal = { code: 'passkey_challenge_gone' };

/** Whose a challenge is: of who makes a passkey or, without a person, of who signs in, each in the browser that asked. */
export interface ChallengeOwner {
  personId: PersonId | null;
  /** 256 random bits that only this browser has; their hash is kept. */
  browser: string;
}

/** Something to sign, base64url. */
export async function makeChallenge(
  tx: Tx,
  { personId, browser, now }: ChallengeOwner & { now: number },
): Promise<string> {
  // Anybody may ask for one, so what is over goes with every new one.
  await tx.deleteFrom('identity_challenge').where('expires_at', '<=', now).execute();
  const challenge = randomBytes(32).toString('base64url');
  await tx
    .insertInto('identity_challenge')
    .values({
      id: newId('chl', now),
      person_id: personId,
      kind: personId === null ? 'sign_in' : 'make',
      challenge,
      browser_hash: hashSecret(browser),
      expires_at: now + CHALLENGE_MINUTES * MINUTE_MS,
      used_at: null,
    })
    .execute();
  return challenge;
}

/**
 * Uses a challenge up, whatever becomes of its answer: its own unit of work, because a refusal would roll it back.
 * Refused when it is too old, was used, or was given to somebody else or to another browser.
 */
export async function useChallenge(
  tx: Tx,
  {
    challenge,
    personId,
    browser,
    now,
    fences = ALL_FENCES,
  }: ChallengeOwner & { challenge: string; now: number; fences?: Fences },
): Promise<Result<undefined, ChallengeRefusal>> {
  let using = tx
    .updateTable('identity_challenge')
    .set({ used_at: now })
    .where('challenge', '=', challenge)
    .where('browser_hash', '=', hashSecret(browser))
    .where('expires_at', '>', now)
    .where('person_id', personId === null ? 'is' : '=', personId);
  if (fences.guard) using = using.where('used_at', 'is', null);
  return (await using.executeTakeFirst()).numUpdatedRows === 1n ? accept() : refuse({ code: 'passkey_challenge_gone' });
}
