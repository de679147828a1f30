import { fetchPage, followLive, replacePart } from './live-source';

const TURN_EVERY = 8_000;

/**
 * The big screen by itself: follows its stream, says who was called, fills the whole screen and keeps it lit on request,
 * and turns pages there when the stalls do not fit. Without it the page scrolls and has its link "Perbarui".
 */
export class ReadyBoardElement extends HTMLElement {
  private stop: (() => void) | undefined;
  private turning = 0;
  private page = 0;

  connectedCallback() {
    const { stream = '', gone = '', back = '' } = this.dataset;
    this.stop = followLive({
      stream,
      refresh: () => this.refresh(),
      connection: (state) => this.write('[data-connection]', state === 'gone' ? gone : back),
    });
    this.offerFullScreen();
    this.turning = window.setInterval(() => this.turn(this.page + 1), TURN_EVERY);
    this.addEventListener('fullscreenchange', this.whole);
  }

  disconnectedCallback() {
    this.stop?.();
    clearInterval(this.turning);
  }

  private async refresh() {
    const page = await fetchPage(location.pathname);
    for (const fresh of page?.querySelectorAll<HTMLElement>('ready-board [data-part]') ?? []) {
      const shown = this.querySelector<HTMLElement>(`[data-part="${fresh.dataset.part}"]`);
      const isCalled = fresh.dataset.state !== shown?.dataset.state && fresh.dataset.news;
      if (shown) for (const row of shown.querySelectorAll('[hidden]')) row.removeAttribute('hidden');
      if (replacePart(shown, fresh) && isCalled) this.call(fresh);
    }
    this.turn(this.page);
  }

  private call(newest: HTMLElement) {
    this.write('[data-said]', newest.dataset.news ?? '');
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    newest.querySelector('li')?.animate({ opacity: [0.2, 1, 0.2, 1] }, 1_600);
  }

  private write(place: string, text: string) {
    const element = this.querySelector(place);
    if (element && element.textContent !== text) element.textContent = text;
  }

  private offerFullScreen() {
    const button = this.querySelector<HTMLButtonElement>('[data-full]');
    if (!button || !document.fullscreenEnabled) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.requestFullscreen());
  }

  /** A screen that goes dark calls nobody; browsers take the lock away by themselves when the page is left. */
  private readonly whole = () => {
    this.turn(0);
    if (document.fullscreenElement === this) void navigator.wakeLock?.request('screen').catch(() => undefined);
  };

  /** Shows one screenful of stalls; the page of a phone or a window scrolls instead. */
  private turn(wanted: number) {
    const rows = [...this.querySelectorAll<HTMLElement>('[data-rows] > *')];
    for (const row of rows) row.hidden = false;
    const list = rows[0]?.parentElement;
    const pages = list && document.fullscreenElement === this ? pagesOf(rows, list.clientHeight) : [];
    this.page = pages.length > 1 ? wanted % pages.length : 0;
    const isTurned = pages.length > 1;
    if (isTurned) for (const row of rows) row.hidden = !pages[this.page]?.includes(row);
    const words = (this.dataset.page ?? '').replace('0', String(this.page + 1)).replace('0', String(pages.length));
    this.write('[data-pages]', isTurned ? words : '');
  }
}

/** Rows that fit into the height together; a page begins with the first that does not. */
function pagesOf(rows: readonly HTMLElement[], height: number): HTMLElement[][] {
  const pages: HTMLElement[][] = [];
  let top = 0;
  for (const row of rows) {
    const page = pages.at(-1);
    if (page && row.offsetTop + row.offsetHeight - top <= height) page.push(row);
    else {
      pages.push([row]);
      top = row.offsetTop;
    }
  }
  return pages;
}
