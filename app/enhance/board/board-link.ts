import { keepShells } from '../kept-shells';
import { readDocument } from '../read-document';
import { type BoardLine, type LineState, lineTo } from './board-line';
import { type KeptPage, keepPage, readPage } from './kept-pages';
import type { KeptTap } from './kept-taps';
import { isEcho, noteTouch, tapForm } from './tapped-form';

/** A state is read out once it has lasted: a weak network must not chatter. */
const SPOKEN_AFTER = 3_000;
/** A tap is on its way for this long before it counts as not sent. */
const ON_ITS_WAY = 2_000;
const LOOK_EVERY = 1_000;
/** Pages of a board that are wanted without internet, below its address. */
const BESIDE = ['/pesanan-di-stan', '/stok'];
const FETCH_BESIDE_EVERY = 5 * 60_000;

/**
 * On every page of a board: in words whether the server is there, what this phone has not sent yet, and what an answer
 * said. Takes the taps of the page's forms; keeps the page on the phone for the time without internet.
 */
export class BoardLinkElement extends HTMLElement {
  private line: BoardLine | null = null;
  private timers: number[] = [];
  private speaking = 0;
  private told = '';

  connectedCallback() {
    const { base = '', stall = '' } = this.dataset;
    this.line = lineTo(base, stall);
    // A page fresh from the server knows of every tap that was answered before it was asked for.
    if (this.dataset.kept === undefined) this.line.forgetAnswered(performance.timeOrigin);
    this.keepThisPage();
    if (this.dataset.kept === undefined) void keepShells([base.replace(/\/papan\/.*$/, '/papan-luring')]);
    this.hidden = false;
    for (const name of ['state', 'taps'] as const) this.line.addEventListener(name, this.show);
    this.line.addEventListener('answers', this.sayAnswers);
    document.addEventListener('click', noteTouch, true);
    document.addEventListener('submit', this.submit);
    document.addEventListener('click', this.follow);
    this.timers = [window.setInterval(this.show, LOOK_EVERY), window.setInterval(this.keepBeside, FETCH_BESIDE_EVERY)];
    this.keepBeside();
    this.show();
  }

  disconnectedCallback() {
    for (const timer of this.timers) clearInterval(timer);
    clearTimeout(this.speaking);
    for (const name of ['state', 'taps'] as const) this.line?.removeEventListener(name, this.show);
    this.line?.removeEventListener('answers', this.sayAnswers);
    document.removeEventListener('click', noteTouch, true);
    document.removeEventListener('submit', this.submit);
    document.removeEventListener('click', this.follow);
  }

  private place(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-link-${name}]`);
  }

  private readonly show = () => {
    const { line } = this;
    if (!line) return;
    const text = this.wordsOf(line.state);
    const shown = this.place('text');
    if (shown && shown.textContent !== text) {
      shown.textContent = text;
      this.dataset.state = line.state;
      clearTimeout(this.speaking);
      this.speaking = window.setTimeout(() => this.say(text), SPOKEN_AFTER);
    }
    const signIn = this.place('sign-in');
    if (signIn) signIn.hidden = line.state !== 'out';
    this.showUnsent(this.late());
  };

  /** Taps that are not sent, those on their way for a moment left out. */
  late(): KeptTap[] {
    const { line } = this;
    if (!line) return [];
    return line.unsent().filter((tap) => line.state !== 'on' || Date.now() - tap.at > ON_ITS_WAY);
  }

  private wordsOf(state: LineState): string {
    const { on = '', off = '', trouble = '', out = '', last = '', base = '' } = this.dataset;
    if (state === 'on') return on;
    if (state === 'out') return out;
    const shown = document.querySelector<HTMLElement>('main [data-clock]')?.dataset.clock;
    const clock = shown ?? readPage(base)?.clock;
    const since = clock ? last.replace('{jam}', clock) : '';
    return (state === 'off' ? off : trouble) + since;
  }

  private showUnsent(taps: KeptTap[]) {
    const box = this.place('unsent');
    const list = this.place('unsent-list');
    if (!box || !list) return;
    box.hidden = taps.length === 0;
    const texts = taps.map((tap) => `${tap.label} · ${this.ageOf(tap)}`);
    if (texts.join() === [...list.children].map((item) => item.textContent).join()) return;
    list.replaceChildren(...texts.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  }

  /** `Belum terkirim, 3 menit`: also stands on the ticket itself. */
  ageOf(tap: KeptTap): string {
    const minutes = Math.floor((Date.now() - tap.at) / 60_000);
    const { unsent = '', unsentFor = '' } = this.dataset;
    return minutes < 1 ? unsent : unsentFor.replace('{menit}', String(minutes));
  }

  private readonly sayAnswers = (event: Event) => {
    const texts = (event as CustomEvent<{ text: string | null }[]>).detail.flatMap(({ text }) => text ?? []);
    if (texts.length === 0) return;
    // A late answer to an earlier tap does not take away what is still to be done about this one.
    if (this.line?.unsent().length === 0) this.told = '';
    this.showNews([this.told, ...texts]);
  };

  /** Stays on the screen until the next one, or until everything is sent: what the cashier has to do now. */
  tell(text: string) {
    this.told = text;
    this.showNews([text]);
  }

  private showNews(texts: string[]) {
    const news = this.place('news');
    if (!news) return;
    const text = texts.filter((each) => each !== '').join(' ');
    news.hidden = text === '';
    const words = news.querySelector('[data-link-news-text]');
    if (words) words.textContent = text;
  }

  private say(text: string) {
    const said = this.place('said');
    if (said) said.textContent = text;
  }

  private readonly submit = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || !this.line) return;
    if (form.matches('[data-tap]')) {
      event.preventDefault();
      this.tell('');
      if (!isEcho()) this.say(tapForm(this.line, form, event.submitter));
      return;
    }
    // Everything else changes the page: without internet the browser would put its own error in place of the board.
    if (this.line.state === 'on' || form.closest('main') === null) return;
    event.preventDefault();
    this.tell(this.dataset.needsNetwork ?? '');
  };

  private readonly follow = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[href]');
    if (!link || this.line?.state === 'on' || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The service worker has a page for this; without one the board must stay on the screen.
    if (navigator.serviceWorker?.controller || link.hash !== '') return;
    event.preventDefault();
    this.tell(this.dataset.needsNetwork ?? '');
  };

  private keepThisPage() {
    const body = document.querySelector('.shell-body');
    if (!body || this.dataset.kept !== undefined) return;
    keepPage(pageOf(document, body, location.pathname));
  }

  private readonly keepBeside = () => {
    for (const below of BESIDE) void this.keepOne(`${this.dataset.base}${below}`);
  };

  private async keepOne(path: string) {
    if (path === location.pathname || this.line?.state !== 'on') return;
    const answer = await this.line.ask(path);
    if (!answer?.ok) return;
    const page = await readDocument(answer);
    const body = page.querySelector('.shell-body');
    if (body) keepPage(pageOf(page, body, path));
  }
}

export function pageOf(page: Document, body: Element, path: string): KeptPage {
  const clock = body.querySelector<HTMLElement>('[data-clock]')?.dataset.clock ?? '';
  return { path, title: page.title, html: body.innerHTML, clock, at: Date.now() };
}
