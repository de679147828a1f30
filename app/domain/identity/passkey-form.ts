import { z } from 'zod';
import { PASSKEY_NAME_MAX } from './passkey';

/** What a browser's own script sends back from a passkey (WebAuthn level 3, section 5.1): bytes as base64url. */

const bytes = z.string().regex(/^[\w-]+$/);
const answered = { id: bytes, rawId: bytes, type: z.literal('public-key') };

const newPasskey = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    // Only told to browsers again: one that says something odd keeps its passkey.
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .catch([]),
  }),
});
export type NewPasskeyAnswer = z.output<typeof newPasskey>;

const signedChallenge = z.object({
  ...answered,
  // Passkeys that find their person by themselves always say whose they are (section 7.2, step 6).
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes }),
});
export type PasskeyAnswer = z.output<typeof signedChallenge>;

/** A text field that holds JSON of one shape. */
function jsonField<Schema extends z.ZodType>(schema: Schema) {
  return z.string({ error: 'field_missing' }).transform((text, context): z.output<Schema> => {
    const read = schema.safeParse(readJsonText(text));
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: 'field_wrong' });
    return z.NEVER;
  });
}

function readJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const newPasskeyForm = z.object({
  answer: jsonField(newPasskey),
  name: z.string().max(PASSKEY_NAME_MAX, 'field_wrong').default(''),
  lanjut: z.string().optional(),
});

export const passkeySignInForm = z.object({ answer: jsonField(signedChallenge), lanjut: z.string().optional() });

/** "Nanti saja". */
export const passkeyLaterForm = z.object({ lanjut: z.string().optional() });
