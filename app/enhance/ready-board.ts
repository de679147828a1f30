import { LivePageElement } from './live-page';

const TURN_EVERY = 8_000;

/**
 * The big screen by itself: says who was called, fills the whole screen and keeps it lit on request, and turns pages
 * there when the stalls do not fit. Without it the page scrolls.
 */
export class ReadyBoardElement extends LivePageElement {
  private turning = 0;
  private page = 0;

  override connectedCallback() {
    super.connectedCallback();
    this.offerFullScreen();
    this.turning = window.setInterval(() => this.turn(this.page + 1), TURN_EVERY);
    this.addEventListener('fullscreenchange', this.whole);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.turning);
  }

  /** What a turned page hides is no difference. */
  protected override beforeParts() {
    for (const row of this.rows()) row.hidden = false;
  }

  protected override afterParts() {
    this.turn(this.page);
  }

  protected override moved(part: HTMLElement) {
    super.moved(part);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    part.querySelector('li')?.animate({ opacity: [0.2, 1, 0.2, 1] }, 1_600);
  }

  private rows() {
    return [...this.querySelectorAll<HTMLElement>('[data-rows] > *')];
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
    this.beforeParts();
    const rows = this.rows();
    const list = rows[0]?.parentElement;
    const pages = list && document.fullscreenElement === this ? pagesOf(rows, list.clientHeight) : [];
    this.page = pages.length > 1 ? wanted % pages.length : 0;
    const isTurned = pages.length > 1;
    if (isTurned) for (const row of rows) row.hidden = !pages[this.page]?.includes(row);
    const numbers = [this.page + 1, pages.length];
    const words = this.dataset.page?.replace(/0/g, () => String(numbers.shift())) ?? '';
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
