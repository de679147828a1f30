import type { Answer, SendOptions } from '../setup/http-client';

/** Somebody with something of their own that nobody else may be sent. */
export interface Visitor {
  name: string;
  cookie: string;
  /** Texts of theirs, by what they are: a name, a phone number, the bytes of a session. */
  secrets: Record<string, string>;
}

type Send = (path: string, options?: SendOptions) => Promise<Answer>;

/**
 * Sends every visitor over every address, in both orders, with strangers in between, and lists each byte of one that
 * another was sent. Nobody's page may bring a cookie: it would be kept for all.
 */
export async function findSharedSecrets(
  send: Send,
  paths: readonly string[],
  visitors: readonly Visitor[],
): Promise<string[]> {
  const stranger: Visitor = { name: 'stranger', cookie: '', secrets: {} };
  const rounds = [...visitors, stranger, ...[...visitors].reverse(), stranger];
  const found = new Set<string>();
  for (const path of paths) {
    for (const visitor of rounds) {
      const answer = await send(path, { headers: visitor.cookie ? { Cookie: visitor.cookie } : {} });
      const text = `${JSON.stringify(answer.headers)}\n${answer.text}`;
      if (answer.headers['set-cookie']) found.add(`${path}: brings a cookie`);
      for (const owner of visitors) {
        if (owner === visitor) continue;
        for (const [what, secret] of Object.entries(owner.secrets)) {
          if (text.includes(secret)) found.add(`${path}: ${visitor.name} was sent the ${what} of ${owner.name}`);
        }
      }
    }
  }
  return [...found];
}
