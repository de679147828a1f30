import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS, TRANSPORT_SECURITY } from '~/web/security-headers.server';
import { compress, type Encoding } from '../compress';
import type { Ask } from './read-ask';

/** What an entry weighs beside its bodies: headers, key, maps. */
const OVERHEAD_BYTES = 2_048;

/** One spelling of a document, ready to be written: headers as node wants them, name and value in turn. */
interface Variant {
  etag: string;
  body: Buffer;
  headers: string[];
  /** For a browser that has these bytes already; it goes on using the headers it got with them. */
  notModified: string[];
}

/** A rendered page with its bodies in each encoding; compressed when somebody first wants it so, and once. */
export class Document {
  readonly #variants = new Map<Encoding, Variant>();
  readonly #packing = new Map<Encoding, Promise<Variant>>();
  readonly #headers: string[];
  readonly #hash: string;

  /** `headers`: what the page itself says, names in any case; `isSecure`: the page is asked for over https. */
  constructor(
    readonly status: number,
    headers: Iterable<readonly [string, string]>,
    body: Buffer,
    { isSecure }: { isSecure: boolean },
  ) {
    this.#hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    const all = new Headers(SECURITY_HEADERS);
    if (isSecure) all.set('Strict-Transport-Security', TRANSPORT_SECURITY);
    for (const [name, value] of headers) all.set(name, value);
    // Every browser asks again each time: a change is visible at once, and 304 costs next to nothing.
    all.set('Cache-Control', status === 200 ? 'public, no-cache' : 'no-store');
    all.set('Vary', 'Accept-Encoding');
    all.delete('Content-Length');
    this.#headers = [...all].flat();
    this.#variants.set('identity', this.#spell('identity', body));
  }

  /** Bytes in memory. */
  get bytes(): number {
    let bytes = OVERHEAD_BYTES;
    for (const { body } of this.#variants.values()) bytes += body.length;
    return bytes;
  }

  /** The spelling that is ready now, if it is. */
  ready(encoding: Encoding): Variant | undefined {
    return this.#variants.get(encoding);
  }

  /** The spelling asked for, made now if nobody wanted it before. */
  async spelled(encoding: Encoding): Promise<Variant> {
    const ready = this.#variants.get(encoding);
    if (ready) return ready;
    let packing = this.#packing.get(encoding);
    if (!packing) {
      packing = this.#pack(encoding);
      this.#packing.set(encoding, packing);
    }
    return packing;
  }

  async #pack(encoding: Encoding): Promise<Variant> {
    const body = await compress(this.#variants.get('identity')!.body, encoding);
    const variant = this.#spell(encoding, body);
    this.#variants.set(encoding, variant);
    return variant;
  }

  #spell(encoding: Encoding, body: Buffer): Variant {
    const etag = encoding === 'identity' ? `"${this.#hash}"` : `"${this.#hash}-${encoding}"`;
    const spelled = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
    const headers = [...this.#headers, ...spelled, 'ETag', etag, 'Content-Length', String(body.length)];
    const notModified = ['ETag', etag, 'Cache-Control', 'public, no-cache', 'Vary', 'Accept-Encoding'];
    return { etag, body, headers, notModified };
  }

  /** Writes one spelling; true when it was a 304. */
  write(variant: Variant, ask: Pick<Ask, 'ifNoneMatch'>, response: ServerResponse, isHead: boolean): boolean {
    if (this.status === 200 && ask.ifNoneMatch !== '' && this.#isSame(ask.ifNoneMatch, variant)) {
      response.writeHead(304, variant.notModified).end();
      return true;
    }
    response.writeHead(this.status, variant.headers).end(isHead ? undefined : variant.body);
    return false;
  }

  /** Also a list, or a tag that a proxy on the way weakened or that belongs to the same page compressed otherwise. */
  #isSame(ifNoneMatch: string, { etag }: Variant): boolean {
    return ifNoneMatch === etag || ifNoneMatch.includes(this.#hash);
  }
}
