import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { askNewPasskey, askPasskeySignIn } from '~/domain/identity/ask-passkey.server';
import { makePasskey } from '~/domain/identity/make-passkey.server';
import type { PasskeyPlace } from '~/domain/identity/passkey';
import type { NewPasskeyAnswer, PasskeyAnswer } from '~/domain/identity/passkey-form';
import { readPerson } from '~/domain/identity/read-person.server';
import type { Id, PersonId } from '~/shared/ids';
import type { World } from '../setup/world';
import { accepted } from './merchants';

/** The browser that asks for challenges and answers them. */
export const BROWSER = 'b'.repeat(43);
export const PLACE: PasskeyPlace = { origin: 'http://localhost:3000', rpId: 'localhost' };

/** What an answer says that a browser would not; left out, all is as it should be. */
export interface Twist {
  origin?: string;
  rpId?: string;
  /** Signatures made so far; an authenticator that does not count says 0. */
  counter?: number;
  /** Another key than the one that was made. */
  otherKey?: true;
  type?: string;
  /** Whose the authenticator says the passkey is. */
  personId?: PersonId;
}

/** A phone that keeps one passkey: a real ES256 key, real signatures, CBOR and COSE written by hand (RFC 8949, RFC 9052). */
export interface SoftAuthenticator {
  id: string;
  make: (challenge: string, twist?: Twist) => NewPasskeyAnswer;
  sign: (challenge: string, twist?: Twist) => PasskeyAnswer;
}

const PRESENT_AND_VERIFIED = 0x05;
const HAS_KEY = 0x40;

export function makeAuthenticator({
  personId = 'psn_nobody',
  place = PLACE,
}: {
  personId?: string;
  place?: PasskeyPlace;
} = {}): SoftAuthenticator {
  const credential = randomBytes(32);
  const id = credential.toString('base64url');
  const key = newKey();
  const clientData = (type: string, challenge: string, twist: Twist) =>
    Buffer.from(JSON.stringify({ type: twist.type ?? type, challenge, origin: twist.origin ?? place.origin }));
  const head = ({ rpId = place.rpId, counter = 0 }: Twist, flags: number) =>
    Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.of(flags), uint32(counter)]);
  const answered = { id, rawId: id, type: 'public-key' as const };
  return {
    id,
    make: (challenge, twist = {}) => {
      const nobody = Buffer.alloc(16);
      const length = Buffer.of(0, credential.length);
      const authData = Buffer.concat([
        head(twist, PRESENT_AND_VERIFIED | HAS_KEY),
        nobody,
        length,
        credential,
        coseOf(key.publicKey),
      ]);
      const data = clientData('webauthn.create', challenge, twist);
      const response = {
        clientDataJSON: data.toString('base64url'),
        attestationObject: attestationOf(authData).toString('base64url'),
        transports: ['internal'],
      };
      return { ...answered, response };
    },
    sign: (challenge, twist = {}) => {
      const authData = head(twist, PRESENT_AND_VERIFIED);
      const data = clientData('webauthn.get', challenge, twist);
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()]);
      const { privateKey } = twist.otherKey ? newKey() : key;
      const response = {
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        userHandle: Buffer.from(twist.personId ?? personId).toString('base64url'),
      };
      return { ...answered, response };
    },
  };
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** `{1: 2, 3: -7, -1: 1, -2: x, -3: y}`: an elliptic key, ES256, on P-256. */
function coseOf(publicKey: ReturnType<typeof newKey>['publicKey']): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const bytes32 = (text: string) => Buffer.concat([Buffer.of(0x58, 32), Buffer.from(text, 'base64url')]);
  const begin = Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21);
  return Buffer.concat([begin, bytes32(x), Buffer.of(0x22), bytes32(y)]);
}

/** `{fmt: 'none', attStmt: {}, authData}`. */
function attestationOf(authData: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.of(0x60 + word.length), Buffer.from(word)]);
  const length = Buffer.of(0x59, authData.length >> 8, authData.length & 0xff);
  const parts = [text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0), text('authData'), length, authData];
  return Buffer.concat([Buffer.of(0xa3), ...parts]);
}

/** A challenge for a new passkey of hers. */
export async function askNew(world: World, personId: PersonId, place = PLACE): Promise<string> {
  const person = await readPerson(world.db, personId);
  if (!person) throw new Error('nobody to make a passkey for');
  return accepted(await askNewPasskey(world.app, { person, browser: BROWSER, place, now: world.clock.now() }))
    .challenge;
}

/** A challenge for whoever signs in. */
export async function askSignIn(world: World, place = PLACE): Promise<string> {
  return (await askPasskeySignIn(world.app, { browser: BROWSER, place, now: world.clock.now() })).challenge;
}

/** A passkey of hers, and the phone that keeps it. */
export async function givePasskey(
  world: World,
  personId: PersonId,
  { name = 'Chrome, Android', counter = 0 }: { name?: string; counter?: number } = {},
): Promise<{ passkeyId: Id<'pky'>; phone: SoftAuthenticator }> {
  const phone = makeAuthenticator({ personId });
  const answer = phone.make(await askNew(world, personId), { counter });
  const person = (await readPerson(world.db, personId))!;
  const made = await makePasskey(world.app, {
    person,
    answer,
    name,
    browser: BROWSER,
    place: PLACE,
    now: world.clock.now(),
  });
  return { passkeyId: accepted(made), phone };
}
