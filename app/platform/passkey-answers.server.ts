import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';

/**
 * The one place that speaks to the WebAuthn library. Loaded when the first passkey is: it costs a process a third of a
 * second and most never meet one.
 */
const library = () => import('@simplewebauthn/server');

export type NewPasskeyOptions = PublicKeyCredentialCreationOptionsJSON;
export type PasskeyOptions = PublicKeyCredentialRequestOptionsJSON;

/** Where it is made and used, and the challenge it answers, base64url. */
export interface PasskeyTerms {
  origin: string;
  rpId: string;
  challenge: string;
}

/** What a browser is asked for: a passkey that finds its person by itself, from whatever maker (attestation none). */
export async function askForNewPasskey(
  { rpId, challenge }: PasskeyTerms,
  { personId, label, known }: { personId: string; label: string; known: readonly string[] },
): Promise<NewPasskeyOptions> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: 'Pestarasa',
    rpID: rpId,
    userID: toBytes(Buffer.from(userHandleOf(personId), 'base64url')),
    userName: label,
    userDisplayName: label,
    challenge: toBytes(Buffer.from(challenge, 'base64url')),
    attestationType: 'none',
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
}

/** A challenge for whichever passkey of this place she chooses. */
export async function askForPasskey({ rpId, challenge }: PasskeyTerms): Promise<PasskeyOptions> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge: toBytes(Buffer.from(challenge, 'base64url')),
    userVerification: 'preferred',
  });
}

/** As far as an answer says before it is checked: the challenge, and where it was given. Null when it is unreadable. */
export function readClientData(clientDataJson: string): { challenge: string; origin: string } | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString());
    if (typeof said !== 'object' || said === null) return null;
    const { challenge, origin } = said as Record<string, unknown>;
    // A challenge of ours is base64url; anything else is not worth asking a database for, or cannot be asked (a zero byte).
    if (typeof challenge !== 'string' || !/^[\w-]{43}$/.test(challenge)) return null;
    return typeof origin === 'string' ? { challenge, origin } : null;
  } catch {
    return null;
  }
}

/** How an authenticator names whose a passkey is, base64url (WebAuthn level 3, section 5.4.3): nothing personal. */
export function userHandleOf(personId: string): string {
  return Buffer.from(personId).toString('base64url');
}

interface Answered {
  id: string;
  rawId: string;
  type: 'public-key';
}

export interface CheckedNewPasskey {
  credentialId: string;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
}

/** The new key, when the answer fits its terms; null when it does not. */
export async function checkNewPasskey(
  answer: Answered & { response: { clientDataJSON: string; attestationObject: string } },
  { origin, rpId, challenge }: PasskeyTerms,
): Promise<CheckedNewPasskey | null> {
  const { verifyRegistrationResponse } = await library();
  const checked = await orNull(
    verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: false,
    }),
  );
  if (!checked?.verified) return null;
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
}

/**
 * The authenticator's counter, when this key has signed the challenge; null when it has not. Whether the counter went
 * back is not asked here: the library would judge it before the signature, so that anybody who knows a passkey's name
 * could have it called a copy.
 */
export async function checkPasskey(
  answer: Answered & { response: { clientDataJSON: string; authenticatorData: string; signature: string } },
  { origin, rpId, challenge }: PasskeyTerms,
  { credentialId, publicKey }: { credentialId: string; publicKey: string },
): Promise<{ counter: number } | null> {
  const { verifyAuthenticationResponse } = await library();
  const checked = await orNull(
    verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: { id: credentialId, publicKey: toBytes(Buffer.from(publicKey, 'base64url')), counter: 0 },
      requireUserVerification: false,
    }),
  );
  return checked?.verified ? { counter: checked.authenticationInfo.newCounter } : null;
}

/** The library throws for everything a stranger may send, and does nothing but read bytes: a throw is a no. */
async function orNull<Value>(checking: Promise<Value>): Promise<Value | null> {
  return checking.catch(() => null);
}

function toBytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(buffer);
}
