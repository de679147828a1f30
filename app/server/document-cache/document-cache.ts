import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Topic } from '~/platform/topic.server';
import type { CacheReport, UnkeptReason } from '~/shared/cache-report';
import type { KeptPage } from '~/web/cached-page.server';
import { Document } from './document';
import { type Flight, Flights, hasMoved } from './flights';
import { readAsk } from './read-ask';
import { type SharedAddress, sharedAddress } from './shared-pages';
import { CacheStatistics } from './statistics';
import { type Entry, PageStore, type StoreLimits } from './store';

const MB = 1024 * 1024;
export const LIMITS: StoreLimits = { bytesMax: 64 * MB, pageBytesMax: 4 * MB };

/** Asks Remix for a page in nobody's name; `keep` is called when its loader says what the page depends on. */
export type Render = (url: URL, keep: (page: KeptPage) => void) => Promise<Response>;

interface Outcome {
  document: Document | null;
  entry: Entry | null;
}

export interface CacheOptions {
  now: () => number;
  render: Render;
  limits?: StoreLimits;
}

/**
 * Pages that are the same for everybody, in memory, between the static files and Remix. Nobody who is signed in is
 * answered from here, and what is kept was rendered from a request without a cookie. See docs/architecture.md §8.
 */
export class DocumentCache {
  readonly #now: () => number;
  readonly #render: Render;
  readonly #limits: StoreLimits;
  readonly #store: PageStore;
  readonly #flights = new Flights<Outcome>();
  readonly #statistics = new CacheStatistics();
  readonly #startedAt: number;

  constructor({ now, render, limits = LIMITS }: CacheOptions) {
    this.#now = now;
    this.#render = render;
    this.#limits = limits;
    this.#store = new PageStore(limits);
    this.#startedAt = now();
  }

  /**
   * The short way: answers from memory at once, or not at all. What is found under a host and a target was judged by
   * the guard when it was rendered, so only what differs from request to request is looked at again.
   */
  answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    const ask = readAsk(request.rawHeaders);
    if (ask.hasSession || ask.hostLines !== 1) return false;
    const entry = this.#fresh(ask.host, url!);
    const variant = entry?.document.ready(ask.encoding);
    if (!entry || !variant) return false;
    entry.wasUsed = true;
    if (entry.document.write(variant, ask, response, method === 'HEAD')) this.#statistics.notModified++;
    else this.#statistics.hits++;
    return true;
  }

  /** The long way, after the guard: renders what is not there, once for all who wait. False: not a page for everybody. */
  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const shared = sharedAddress(url);
    if (!shared) return false;
    const ask = readAsk(request.rawHeaders);
    if (ask.hasSession || shared.target === null) {
      this.#statistics.unkept(ask.hasSession ? 'session' : 'query', shared.pattern);
      return false;
    }
    const { document, entry } = await this.#find(url, shared, shared.target);
    if (!document) return false;
    const variant = await document.spelled(ask.encoding);
    if (entry) {
      entry.wasUsed = true;
      this.#store.weigh(entry);
      this.#store.alias(entry, request.url!);
    }
    document.write(variant, ask, response, request.method === 'HEAD');
    return true;
  }

  /** After a commit, here or elsewhere: drops what shows these topics. */
  touched(topics: readonly Topic[]): void {
    this.#flights.touched(topics);
    for (const topic of topics) this.#statistics.touched(topic, this.#store.dropTopic(topic));
  }

  report(): CacheReport {
    const { bytes, entries, evicted } = this.#store;
    return this.#statistics.report({
      bytes,
      entries,
      evicted,
      bytesMax: this.#limits.bytesMax,
      startedAt: this.#startedAt,
    });
  }

  #fresh(host: string, target: string): Entry | undefined {
    const entry = this.#store.find(host, target);
    if (!entry || this.#now() < entry.freshUntil) return entry;
    this.#store.drop(entry);
    this.#statistics.expired++;
    return undefined;
  }

  async #find(url: URL, shared: SharedAddress, target: string): Promise<Outcome> {
    const entry = this.#fresh(url.host, target);
    if (entry) {
      this.#statistics.hits++;
      return { document: entry.document, entry };
    }
    const { joined, value } = this.#flights.board(`${url.host} ${target}`, (flight) =>
      this.#renderOnce(new URL(target, url), shared.pattern, flight),
    );
    if (joined) this.#statistics.waited++;
    return value;
  }

  async #renderOnce(url: URL, pattern: string, flight: Flight): Promise<Outcome> {
    this.#statistics.renders++;
    const answer = await this.#render(url, (page) => {
      flight.kept = page;
    });
    const personal = personalReason(answer);
    if (personal) {
      // Never shared: whoever waited asks again in their own name.
      this.#statistics.unkept(personal, pattern);
      await answer.body?.cancel();
      return { document: null, entry: null };
    }
    const body = Buffer.from(await answer.arrayBuffer());
    const document = new Document(answer.status, answer.headers, body, { isSecure: url.protocol === 'https:' });
    const reason = this.#reasonNotToKeep(document, flight);
    const { kept } = flight;
    if (reason || !kept) {
      this.#statistics.unkept(reason ?? 'not_said', pattern);
      return { document, entry: null };
    }
    const target = url.pathname + url.search;
    return { document, entry: this.#store.add({ ...kept, document, host: url.host, target }) };
  }

  #reasonNotToKeep(document: Document, flight: Flight): UnkeptReason | null {
    if (document.status !== 200) return 'status';
    if (!flight.kept) return 'not_said';
    if (hasMoved(flight)) return 'moved';
    if (flight.kept.freshUntil <= this.#now()) return 'over';
    return this.#store.fits(document) ? null : 'too_large';
  }
}

/** What must reach nobody but the one who asked. */
function personalReason(answer: Response): UnkeptReason | null {
  if (answer.headers.has('Set-Cookie')) return 'set_cookie';
  if (answer.headers.get('Content-Security-Policy')?.includes("'nonce-")) return 'nonce';
  return answer.headers.get('Content-Type')?.startsWith('text/html') ? null : 'not_html';
}
