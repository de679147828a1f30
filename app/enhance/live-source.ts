import { readDocument } from './read-document';

/** How often a page without its stream is fetched again, and how often one with it, to be sure. */
const ASK_EVERY = 5_000;
const SURE_EVERY = 60_000;
/** Asked this many times without a stream, the stream is tried anew. */
const ASKS_BEFORE_TRY = 6;
const ANSWER_WITHIN = 10_000;

export interface LiveOptions {
  /** Address of the stream (server-sent events). */
  stream: string;
  /** Fetches what is shown and puts it in place; throws where there is no internet. */
  refresh: () => Promise<void>;
  /** Called when the internet goes and when it is back. */
  connection?: (state: 'gone' | 'back') => void;
  /** ms between two refreshes at least, for pages that are dear to make; none by default. */
  rest?: number;
  /** True while it must go on although nobody looks: somebody switched sound on. */
  staysAwake?: () => boolean;
}

/**
 * Keeps a page true: refreshes when its stream says that something moved, by the clock where the stream is gone, and
 * at once when somebody looks again. Never two refreshes at a time. Answers a function that stops it.
 */
export function followLive(options: LiveOptions): () => void {
  const follower = new LiveFollower(options);
  document.addEventListener('visibilitychange', follower.seen);
  if (!document.hidden) follower.open();
  return () => {
    document.removeEventListener('visibilitychange', follower.seen);
    follower.stop();
  };
}

class LiveFollower {
  private source: EventSource | null = null;
  private timer = 0;
  private due = 0;
  private asks = 0;
  private isGone = false;
  private isBusy = false;
  private isMoved = false;

  constructor(private readonly options: LiveOptions) {}

  open() {
    this.source?.close();
    this.source = new EventSource(this.options.stream);
    // What moved between the page and its stream is seen now.
    this.source.onopen = this.look;
    this.source.onmessage = this.look;
    this.source.onerror = this.wait;
  }

  stop() {
    this.source?.close();
    this.source = null;
    this.dropTimer();
  }

  readonly seen = () => {
    if (document.hidden) {
      if (!this.options.staysAwake?.()) this.stop();
      return;
    }
    if (!this.source) this.open();
    void this.look();
  };

  private readonly wait = () => {
    if (!this.source) return;
    const pause = this.source.readyState === EventSource.OPEN ? SURE_EVERY : ASK_EVERY;
    // A stream that fails again and again must not put the next look off each time.
    if (this.timer && this.due <= Date.now() + pause) return;
    this.dropTimer();
    this.due = Date.now() + pause;
    this.timer = window.setTimeout(this.look, pause);
  };

  private dropTimer() {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  private readonly look = async () => {
    this.isMoved = true;
    if (this.isBusy) return;
    this.dropTimer();
    this.isBusy = true;
    while (this.isMoved && this.source) await this.refreshOnce();
    this.isBusy = false;
    if (this.source?.readyState === EventSource.CLOSED && ++this.asks % ASKS_BEFORE_TRY === 0) this.open();
    this.wait();
  };

  private async refreshOnce() {
    const { refresh, connection, rest = 0 } = this.options;
    this.isMoved = false;
    const before = this.isGone;
    this.isGone = await refresh().then(
      () => false,
      () => true,
    );
    if (this.isGone !== before) connection?.(this.isGone ? 'gone' : 'back');
    if (rest) await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

/**
 * A page of ours as it stands now; null when the house has no answer this time. Where the page is gone or asks to sign
 * in, the browser goes there itself. Throws where there is no internet.
 */
export async function fetchPage(address: string): Promise<Document | null> {
  const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN) });
  if (answer.redirected || answer.status === 404) location.reload();
  if (!answer.ok) return null;
  return readDocument(answer);
}

/** Puts the fresh part in place where it differs; the button in hand stays in hand. True when something changed. */
export function replacePart(shown: Element | null, fresh: Element | null): boolean {
  if (!shown || !fresh || shown.isEqualNode(fresh)) return false;
  const held = shown.contains(document.activeElement) ? document.activeElement?.outerHTML : undefined;
  const placed = document.adoptNode(fresh);
  shown.replaceWith(placed);
  if (held) {
    const same = [...placed.querySelectorAll<HTMLElement>('a, button')].find((one) => one.outerHTML === held);
    same?.focus({ preventScroll: true });
  }
  return true;
}
