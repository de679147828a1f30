import type { AppContext } from '~/platform/app-context';
import {
  askForNewPasskey,
  askForPasskey,
  type NewPasskeyOptions,
  type PasskeyOptions,
} from '~/platform/passkey-answers.server';
import { showPhone } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { PASSKEYS_MAX, type PasskeyPlace } from './passkey';
import { makeChallenge } from './passkey-challenge.server';
import { readPasskeys } from './read-passkeys.server';
import type { Person } from './read-person.server';

export type AskPasskeyRefusal = { code: 'passkeys_full'; most: number };

/** What somebody signed in hands to her browser to make a passkey, good for five minutes and in that browser only. */
export async function askNewPasskey(
  app: Pick<AppContext, 'db' | 'inTransaction'>,
  { person, browser, place, now }: { person: Person; browser: string; place: PasskeyPlace; now: number },
): Promise<Result<NewPasskeyOptions, AskPasskeyRefusal>> {
  const passkeys = await readPasskeys(app.db, person.id);
  if (passkeys.length >= PASSKEYS_MAX) return refuse({ code: 'passkeys_full', most: PASSKEYS_MAX });
  const challenge = await app.inTransaction((tx) => makeChallenge(tx, { personId: person.id, browser, now }));
  // Her phone shows this beside the passkey: it tells two accounts on one phone apart.
  const label = person.phone ? showPhone(person.phone) : (person.name ?? 'Pestarasa');
  const known = passkeys.map(({ credentialId }) => credentialId);
  return accept(await askForNewPasskey({ ...place, challenge }, { personId: person.id, label, known }));
}

/** What anybody hands to the browser to sign in with a passkey, good for five minutes. */
export async function askPasskeySignIn(
  app: Pick<AppContext, 'inTransaction'>,
  { browser, place, now }: { browser: string; place: PasskeyPlace; now: number },
): Promise<PasskeyOptions> {
  const challenge = await app.inTransaction((tx) => makeChallenge(tx, { personId: null, browser, now }));
  return askForPasskey({ ...place, challenge });
}
