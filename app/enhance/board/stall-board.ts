import { followLive } from '../live-source';
import { readDocument } from '../read-document';
import { type BoardLine, lineTo } from './board-line';
import { type BoardLinkElement, pageOf } from './board-link';
import { BoardSound } from './board-sound';
import { replacePart } from './keep-place';
import { keepPage } from './kept-pages';
import { readTaps } from './kept-taps';
import { layTapsOver, noteUnsent } from './overlay';
import { keepScreenAwake } from './screen-awake';

/**
 * The queue by itself: fetched anew when its stream says that something moved, with what this phone has tapped laid over
 * it, folds and focus kept. Rings for a new order until somebody touches the screen, tells a cancelled one by another
 * sound, and counts in the title what waits. Without it the page has its link "Perbarui" and plain forms.
 */
export class StallBoardElement extends HTMLElement {
  private line: BoardLine | null = null;
  private sound: BoardSound | null = null;
  private ends: (() => void)[] = [];
  private readonly pageTitle = document.title;
  /** Tickets and their states as the server said last. */
  private known = new Map<string, string>();
  /** The queue as the server made it last, before taps were laid over; and what was laid on the screen last. */
  private made: Element | null = null;
  private laid = '';
  /** When the answer on the screen was asked for: an older one that comes later is let go. */
  private newest = 0;

  connectedCallback() {
    const { base = '', stall = '', ringOff = '', ringOn = '', ringLoud = '', ringWaiting = '' } = this.dataset;
    const line = lineTo(base, stall);
    this.line = line;
    this.made = this.place('queue')?.cloneNode(true) as Element | null;
    this.laid = this.made?.innerHTML ?? '';
    this.known = statesIn(this);
    const sound = new BoardSound({ off: ringOff, on: ringOn, loud: ringLoud, waiting: ringWaiting });
    this.sound = sound;
    sound.start(document.querySelector('[data-board-tools]') ?? this);
    line.addEventListener('taps', this.layOver);
    line.addEventListener('queue', this.refill);
    const ages = window.setInterval(this.tellAges, 1_000);
    this.ends = [
      keepScreenAwake(),
      followLive({ stream: `${base}/langsung`, refresh: () => this.fill(), staysAwake: () => sound.isOn() }),
      () => clearInterval(ages),
      () => sound.stop(),
      () => line.removeEventListener('taps', this.layOver),
      () => line.removeEventListener('queue', this.refill),
    ];
    this.layOver();
    this.count();
  }

  disconnectedCallback() {
    for (const end of this.ends.splice(0)) end();
    document.title = this.pageTitle;
  }

  private place(name: string): Element | null {
    return this.querySelector(`[data-part="${name}"]`);
  }

  private readonly refill = () => void this.fill().catch(() => undefined);

  /** @throws without an answer: the stream's follower then asks again by the clock. */
  private async fill(): Promise<void> {
    const { line } = this;
    if (!line) return;
    const began = Date.now();
    const answer = await line.ask(line.base);
    if (!answer?.ok) throw new Error('no answer');
    const page = await readDocument(answer);
    const fresh = page.querySelector('stall-board');
    const body = page.querySelector('.shell-body');
    if (!fresh || !body || !this.isConnected || began < this.newest) return;
    this.newest = began;
    keepPage(pageOf(page, body, line.base));
    this.dataset.clock = fresh.getAttribute('data-clock') ?? '';
    for (const name of ['day', 'differences']) this.putIn(name, fresh);
    this.made = fresh.querySelector('[data-part="queue"]');
    this.tellNews(statesIn(fresh));
    line.forgetAnswered(began);
    this.layOver();
  }

  private putIn(name: string, fresh: Element) {
    const [old, next] = [this.place(name), fresh.querySelector(`[data-part="${name}"]`)];
    if (old && next && old.innerHTML !== next.innerHTML) replacePart(old, next);
  }

  /** The server's queue, then every tap of this phone in its order. */
  private readonly layOver = () => {
    const { line, made } = this;
    const shown = this.place('queue');
    if (!line || !made || !shown) return;
    const wanted = made.cloneNode(true) as Element;
    layTapsOver(wanted, readTaps(line.stall));
    if (wanted.innerHTML !== this.laid) replacePart(shown, wanted);
    this.laid = wanted.innerHTML;
    this.tellAges();
    this.count();
  };

  private readonly tellAges = () => {
    const link = document.querySelector<BoardLinkElement>('board-link');
    if (this.line && link) noteUnsent(this, link.late(), (tap) => link.ageOf(tap));
  };

  private tellNews(states: Map<string, string>) {
    const before = this.known;
    this.known = states;
    const isOurs = new Set(readTaps(this.line?.stall ?? '').map((tap) => tap.ticket));
    const added = [...states].filter(
      ([id, state]) => state === 'placed' && before.get(id) !== 'placed' && !isOurs.has(id),
    );
    const gone = [...states].filter(
      ([id, state]) => state === 'cancelled' && before.has(id) && before.get(id) !== 'cancelled',
    );
    if (gone.length > 0) this.sound?.cancelled();
    if (added.length > 0) this.sound?.newOrder();
    const { newOrder = '', cancelled = '' } = this.dataset;
    const said = [
      ...added.map(([id]) => newOrder.replace('{nomor}', this.numberOf(id))),
      ...gone.map(([id]) => cancelled.replace('{nomor}', this.numberOf(id))),
    ];
    const place = this.querySelector('[data-said]');
    if (place && said.length > 0) place.textContent = said.join(' ');
  }

  private numberOf(ticketId: string): string {
    return this.made?.querySelector<HTMLElement>(`[data-ticket-id="${ticketId}"]`)?.dataset.ticket ?? '';
  }

  /** How many orders wait to be accepted, for whoever looks at the row of windows. */
  private count() {
    const waiting = this.querySelectorAll('.board-column-placed [data-ticket-id]').length;
    const title = waiting > 0 ? `(${waiting}) ${this.pageTitle}` : this.pageTitle;
    if (document.title !== title) document.title = title;
  }
}

function statesIn(board: Element): Map<string, string> {
  const tickets = board.querySelectorAll<HTMLElement>('[data-ticket-id]');
  return new Map([...tickets].map(({ dataset }) => [dataset.ticketId ?? '', dataset.state ?? '']));
}
