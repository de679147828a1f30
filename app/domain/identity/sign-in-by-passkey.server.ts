import type { AppContext, ReadDb, Tx } from '~/platform/app-context';
import { checkPasskey, readClientData, userHandleOf } from '~/platform/passkey-answers.server';
import type { Fences } from '~/shared/fences';
import type { Id, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { endCopiedPasskey } from './end-passkey.server';
import { type OpenedSession, openSession } from './open-session.server';
import type { PasskeyPlace } from './passkey';
import { type ChallengeRefusal, useChallenge } from './passkey-challenge.server';
import type { PasskeyAnswer } from './passkey-form';
import { readPerson } from './read-person.server';

type UseRefusal = { code: 'passkey_revoked' } | { code: 'passkey_copied' } | { code: 'passkey_person_gone' };
export type PasskeySignInRefusal =
  | ChallengeRefusal
  | UseRefusal
  | { code: 'passkey_elsewhere' }
  | { code: 'passkey_unknown' }
  | { code: 'passkey_wrong' };

export interface PasskeySignIn {
  answer: PasskeyAnswer;
  device: string;
  /** The secret of the browser that asked for the challenge. */
  browser: string;
  place: PasskeyPlace;
  now: number;
  fences?: Fences;
}

interface KnownPasskey {
  id: Id<'pky'>;
  person_id: PersonId;
  credential_id: string;
  public_key: string;
  revoked_at: number | null;
}

/**
 * Signs in whoever's passkey has signed a challenge of ours. The challenge is used up first, the signature is checked
 * outside any unit of work, then the counter goes on and the session opens in one. A counter that went back means that
 * two hold this key: it ends, in a unit of its own since a refusal rolls back, and its person is told.
 */
export async function signInByPasskey(
  app: Pick<AppContext, 'db' | 'inTransaction'>,
  { answer, device, browser, place, now, fences }: PasskeySignIn,
): Promise<Result<OpenedSession, PasskeySignInRefusal>> {
  const said = readClientData(answer.response.clientDataJSON);
  if (!said) return refuse({ code: 'passkey_wrong' });
  const { challenge } = said;
  const asked = { challenge, personId: null, browser, now, ...(fences && { fences }) };
  const used = await app.inTransaction((tx) => useChallenge(tx, asked));
  if (!used.ok) return used;
  if (said.origin !== place.origin) return refuse({ code: 'passkey_elsewhere' });
  const passkey = await findPasskey(app.db, answer.id);
  if (!passkey) return refuse({ code: 'passkey_unknown' });
  if (passkey.revoked_at !== null) return refuse({ code: 'passkey_revoked' });
  // The passkey says itself whose it is: one that names another than its person was put together by hand.
  if (answer.response.userHandle !== userHandleOf(passkey.person_id)) return refuse({ code: 'passkey_wrong' });
  const key = { credentialId: passkey.credential_id, publicKey: passkey.public_key };
  const checked = await checkPasskey(answer, { ...place, challenge }, key);
  if (!checked) return refuse({ code: 'passkey_wrong' });
  const { counter } = checked;
  const opened = await app.inTransaction((tx) => usePasskey(tx, { passkey, counter, device, now }));
  if (!opened.ok && opened.refusal.code === 'passkey_copied') {
    await app.inTransaction((tx) => endCopiedPasskey(tx, { passkeyId: passkey.id, now }));
  }
  return opened;
}

async function findPasskey(db: ReadDb | Tx, credentialId: string): Promise<KnownPasskey | null> {
  const row = await db
    .selectFrom('identity_passkey')
    .select(['id', 'person_id', 'credential_id', 'public_key', 'revoked_at'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return row ?? null;
}

/** Of two signatures with one number the second meets the first one's; authenticators that do not count say 0 always. */
async function usePasskey(
  tx: Tx,
  { passkey, counter, device, now }: { passkey: KnownPasskey; counter: number; device: string; now: number },
): Promise<Result<OpenedSession, UseRefusal>> {
  const { id: passkeyId, person_id: personId } = passkey;
  const person = await readPerson(tx, personId);
  // Without a number nobody could come in by code either: the account is no more.
  if (!person?.phone) return refuse({ code: 'passkey_person_gone' });
  const used = await tx
    .updateTable('identity_passkey')
    .set({ counter, last_used_at: now })
    .where('id', '=', passkeyId)
    .where('revoked_at', 'is', null)
    .where('counter', counter === 0 ? '=' : '<', counter)
    .executeTakeFirst();
  if (used.numUpdatedRows !== 1n) {
    const found = await findPasskey(tx, passkey.credential_id);
    return refuse({ code: found?.revoked_at === null ? 'passkey_copied' : 'passkey_revoked' });
  }
  return accept(await openSession(tx, { personId, device, how: 'passkey', passkeyId, now }));
}
