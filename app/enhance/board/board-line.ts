import { dropTap, type KeptTap, keepTap, readTaps, writeTap } from './kept-taps';

/** Whether the server answers: yes; no network; it answers with a failure of ours; it wants somebody to sign in. */
export type LineState = 'on' | 'off' | 'trouble' | 'out';

const BEAT_EVERY = 15_000;
const ANSWER_WITHIN = 10_000;
const PAUSE_FIRST = 1_000;
const PAUSE_MAX = 15_000;
/** Taps of one request; the server takes no more. */
const AT_ONCE = 20;

interface TapAnswer {
  id: string;
  outcome: 'applied' | 'already' | 'differs';
  text: string | null;
}

/**
 * The line between this board and the server: says every 15 seconds that the board runs, sends the taps in their order
 * until each is answered, and knows whether the server is there. One a page. Events: `state`, `taps` (kept ones changed),
 * `answers` (with their texts), `queue` (something may have moved).
 */
export class BoardLine extends EventTarget {
  state: LineState = 'on';
  private isSending = false;
  private pause = PAUSE_FIRST;
  private retry = 0;
  private beating = 0;

  constructor(
    /** Address of the board, language included: `/papan/par_…`. */
    readonly base: string,
    readonly stall: string,
  ) {
    super();
  }

  open(): void {
    this.beating = window.setInterval(() => void this.beat(), BEAT_EVERY);
    addEventListener('online', this.lookAgain);
    addEventListener('offline', this.lookAgain);
    void this.beat();
    void this.flush();
  }

  close(): void {
    clearInterval(this.beating);
    clearTimeout(this.retry);
    removeEventListener('online', this.lookAgain);
    removeEventListener('offline', this.lookAgain);
  }

  /** Taps that the server has not answered yet. */
  unsent(): KeptTap[] {
    return readTaps(this.stall).filter((tap) => tap.answeredAt === null);
  }

  tap(tap: Parameters<typeof keepTap>[1]): void {
    keepTap(this.stall, tap);
    this.tell('taps');
    void this.flush();
  }

  /** A request of the board; null where no answer came. Sets the state by what came. */
  async ask(address: string, init: RequestInit = {}): Promise<Response | null> {
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN);
      const answer = await fetch(address, { cache: 'no-store', redirect: 'manual', signal, ...init });
      this.set(stateOf(answer));
      return answer;
    } catch {
      this.set('off');
      return null;
    }
  }

  /** A queue that began to be made after a tap was answered, in the same millisecond at the earliest, knows of it: the phone can forget the tap. */
  forgetAnswered(before: number): void {
    const known = readTaps(this.stall).filter((tap) => tap.answeredAt !== null && tap.answeredAt <= before);
    for (const tap of known) dropTap(this.stall, tap);
    if (known.length > 0) this.tell('taps');
  }

  private async beat(): Promise<void> {
    await this.ask(`${this.base}/detak`, { method: 'POST', body: new URLSearchParams() });
  }

  private readonly lookAgain = () => {
    this.pause = PAUSE_FIRST;
    void this.beat().then(() => this.flush());
  };

  /** Sends what is not answered, oldest first, one request at a time; where none is answered, again after a pause. */
  private async flush(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    clearTimeout(this.retry);
    try {
      for (let taps = this.unsent(); taps.length > 0; taps = this.unsent()) {
        if (!(await this.send(taps.slice(0, AT_ONCE)))) break;
        this.pause = PAUSE_FIRST;
      }
    } finally {
      this.isSending = false;
    }
    if (this.unsent().length === 0) return;
    this.retry = window.setTimeout(() => void this.flush(), this.pause * (0.75 + Math.random() / 2));
    this.pause = Math.min(this.pause * 2, PAUSE_MAX);
  }

  private async send(taps: KeptTap[]): Promise<boolean> {
    const body = JSON.stringify({
      taps: taps.map(({ id, at, to, fields }) => ({ id, ago: Math.max(0, Date.now() - at), to, fields })),
    });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await this.ask(`${this.base}/susulan`, { method: 'POST', headers, body });
    const [first] = taps;
    // One that is no tap for the server must not hold up the others: each goes alone, and that one is told and let go.
    if (first && answer?.status === 400 && taps.length > 1) return this.send([first]);
    const answers = answer?.status === 400 ? taps.map(unfit) : await answersOf(answer);
    if (!answers) return false;
    const done = taps.filter((tap) => answers.some(({ id }) => id === tap.id));
    for (const tap of done) writeTap(this.stall, { ...tap, answeredAt: Date.now() });
    this.dispatchEvent(new CustomEvent<TapAnswer[]>('answers', { detail: answers }));
    this.tell('taps');
    this.tell('queue');
    // An answer about none of them is followed by a pause, like no answer.
    return done.length > 0;
  }

  private set(state: LineState): void {
    if (state === this.state) return;
    const wasOff = this.state !== 'on';
    this.state = state;
    this.tell('state');
    if (state === 'on' && wasOff) {
      this.pause = PAUSE_FIRST;
      this.tell('queue');
      void this.flush();
    }
  }

  private tell(name: 'state' | 'taps' | 'queue'): void {
    this.dispatchEvent(new Event(name));
  }
}

async function answersOf(answer: Response | null): Promise<TapAnswer[] | null> {
  if (!answer?.ok) return null;
  // A body that broke off, or somebody else's page on the way to the internet, is no answer.
  return answer.json().then(
    (read: { answers: TapAnswer[] }) => read.answers,
    () => null,
  );
}

function unfit({ id, label }: KeptTap): TapAnswer {
  return { id, outcome: 'differs', text: `? ${label}` };
}

function stateOf(answer: Response): LineState {
  if (answer.type === 'opaqueredirect' || answer.status === 403 || answer.status === 404) return 'out';
  return answer.status >= 500 ? 'trouble' : 'on';
}

let open: BoardLine | null = null;

/** The line of the board on this page, opened by its first element. */
export function lineTo(base: string, stall: string): BoardLine {
  if (open?.base === base) return open;
  open?.close();
  open = new BoardLine(base, stall);
  open.open();
  return open;
}
