import type { AppContext, Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { type CheckedNewPasskey, checkNewPasskey, readClientData } from '~/platform/passkey-answers.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import { type Id, newId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import { PASSKEYS_MAX, type PasskeyPlace } from './passkey';
import { type ChallengeRefusal, useChallenge } from './passkey-challenge.server';
import type { NewPasskeyAnswer } from './passkey-form';
import { readPasskeys } from './read-passkeys.server';
import type { Person } from './read-person.server';
import { tellPasskey } from './tell-passkey.server';

type KeepRefusal = { code: 'passkey_known' } | { code: 'passkeys_full'; most: number };
export type MakePasskeyRefusal =
  | ChallengeRefusal
  | KeepRefusal
  | { code: 'passkey_elsewhere' }
  | { code: 'passkey_wrong' };

export interface NewPasskey {
  person: Person;
  answer: NewPasskeyAnswer;
  /** What she calls it. */
  name: string;
  /** The secret of the browser that asked for the challenge. */
  browser: string;
  place: PasskeyPlace;
  now: number;
  fences?: Fences;
}

/**
 * Keeps a passkey that somebody signed in has made; her phone is told. Three steps: the challenge is used up, the answer
 * is checked outside any unit of work, then the key is kept.
 */
export async function makePasskey(
  app: Pick<AppContext, 'inTransaction'>,
  { person, answer, name, browser, place, now, fences = ALL_FENCES }: NewPasskey,
): Promise<Result<Id<'pky'>, MakePasskeyRefusal>> {
  const said = readClientData(answer.response.clientDataJSON);
  if (!said) return refuse({ code: 'passkey_wrong' });
  const { challenge } = said;
  const asked = { challenge, personId: person.id, browser, now, fences };
  const used = await app.inTransaction((tx) => useChallenge(tx, asked));
  if (!used.ok) return used;
  if (said.origin !== place.origin) return refuse({ code: 'passkey_elsewhere' });
  const made = await checkNewPasskey(answer, { ...place, challenge });
  if (!made) return refuse({ code: 'passkey_wrong' });
  const { transports } = answer.response;
  return app.inTransaction((tx) => keepPasskey(tx, { person, made, transports, name, now, fences }));
}

interface KeptPasskey extends Pick<NewPasskey, 'person' | 'name' | 'now'> {
  made: CheckedNewPasskey;
  transports: readonly string[];
  fences: Fences;
}

async function keepPasskey(
  tx: Tx,
  { person, made, transports, name, now, fences }: KeptPasskey,
): Promise<Result<Id<'pky'>, KeepRefusal>> {
  // Her row is held, so that two phones at once count each other's.
  if (fences.lock) await lockRows(tx.selectFrom('identity_person').select('id').where('id', '=', person.id)).execute();
  const passkeys = await readPasskeys(tx, person.id);
  if (passkeys.length >= PASSKEYS_MAX) return refuse({ code: 'passkeys_full', most: PASSKEYS_MAX });
  const passkeyId = newId('pky', now);
  const kept = await tx
    .insertInto('identity_passkey')
    .values({
      id: passkeyId,
      person_id: person.id,
      credential_id: made.credentialId,
      public_key: made.publicKey,
      counter: made.counter,
      transports: transports.join(','),
      name,
      made_at: now,
      last_used_at: null,
      revoked_at: null,
      revoked_how: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows !== 1n) return refuse({ code: 'passkey_known' });
  // Whoever holds an unlocked phone could make one: the number hears of it.
  await tellPasskey(tx, { passkeyId, personId: person.id, template: 'passkey_made', name, now });
  const about = { actorId: person.id, subjectKind: 'person' as const, subjectId: person.id, now };
  await recordAudit(tx, { ...about, action: 'passkey.made', details: { passkeyId } });
  return accept(passkeyId);
}
