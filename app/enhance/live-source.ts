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
export function followLive({ stream, refresh, connection, rest = 0, staysAwake }: LiveOptions): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  let due = 0;
  let asks = 0;
  let isGone = false;
  let isBusy = false;
  let isMoved = false;

  function open() {
    source?.close();
    source = new EventSource(stream);
    // What moved between the page and its stream is seen now.
    source.onopen = look;
    source.onmessage = look;
    source.onerror = wait;
  }

  function wait() {
    if (!source) return;
    const pause = source.readyState === EventSource.OPEN ? SURE_EVERY : ASK_EVERY;
    // A stream that fails again and again must not put the next look off each time.
    if (timer && due <= Date.now() + pause) return;
    dropTimer();
    due = Date.now() + pause;
    timer = window.setTimeout(look, pause);
  }

  function dropTimer() {
    clearTimeout(timer);
    timer = 0;
  }

  async function look() {
    isMoved = true;
    if (isBusy) return;
    dropTimer();
    isBusy = true;
    while (isMoved && source) {
      isMoved = false;
      const before = isGone;
      isGone = await refresh().then(
        () => false,
        () => true,
      );
      if (isGone !== before) connection?.(isGone ? 'gone' : 'back');
      if (rest) await new Promise((resolve) => setTimeout(resolve, rest));
    }
    isBusy = false;
    if (source?.readyState === EventSource.CLOSED && ++asks % ASKS_BEFORE_TRY === 0) open();
    wait();
  }

  function stop() {
    source?.close();
    source = null;
    dropTimer();
  }

  function seen() {
    if (!document.hidden) {
      if (!source) open();
      void look();
    } else if (!staysAwake?.()) stop();
  }

  document.addEventListener('visibilitychange', seen);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', seen);
    stop();
  };
}

/**
 * A page of ours as it stands now; null when the house has no answer this time. Where the page is gone or asks to sign
 * in, the browser goes there itself. Throws where there is no internet.
 */
export async function fetchPage(address: string): Promise<Document | null> {
  const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN) });
  if (answer.redirected || answer.status === 404) location.reload();
  if (!answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
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
