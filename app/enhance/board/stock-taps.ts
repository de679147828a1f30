import { type BoardLine, lineTo } from './board-line';
import type { BoardLinkElement } from './board-link';
import { type KeptTap, readTaps } from './kept-taps';

/** "Habis" and "Ada lagi" in one tap without leaving the list: each switch shows its other side at once. */
export class StockTapsElement extends HTMLElement {
  private line: BoardLine | null = null;
  private aging = 0;

  connectedCallback() {
    const { base = '', stall = '' } = this.dataset;
    this.line = lineTo(base, stall);
    this.line.addEventListener('taps', this.show);
    this.aging = window.setInterval(this.show, 1_000);
    this.show();
  }

  disconnectedCallback() {
    clearInterval(this.aging);
    this.line?.removeEventListener('taps', this.show);
  }

  private readonly show = () => {
    if (!this.line) return;
    const link = document.querySelector<BoardLinkElement>('board-link');
    const late = new Set(link?.late().map(({ id }) => id));
    for (const note of this.querySelectorAll<HTMLElement>('[data-unsent-note]')) note.hidden = true;
    for (const [toggle, tap] of this.lastTaps(readTaps(this.line.stall))) {
      turn(toggle, tap);
      const note = toggle.querySelector<HTMLElement>('[data-unsent-note]');
      if (!note || !link || !late.has(tap.id)) continue;
      note.hidden = false;
      note.textContent = link.ageOf(tap);
    }
    // The switches show them already, and this list is not fetched anew under the finger.
    this.line.forgetAnswered(Date.now() + 1);
  };

  /** The last tap of a switch says how it stands; turning it by each would move it under the finger. */
  private lastTaps(taps: readonly KeptTap[]): Map<HTMLElement, KeptTap> {
    return new Map(
      taps.flatMap((tap): [HTMLElement, KeptTap][] => {
        const toggle = this.toggleOf(tap);
        return toggle ? [[toggle, tap]] : [];
      }),
    );
  }

  private toggleOf({ to, fields }: KeptTap): HTMLElement | null {
    const listing = /^\/stok\/(\d+)\/habis$/.exec(to)?.[1];
    const option = fields.find(([name]) => name === 'pilihan')?.[1] ?? '';
    return listing ? this.querySelector(`#menu-${listing} [data-toggle="${option}"]`) : null;
  }
}

/** Shows the side that a tap has brought about; the other one goes into the template, for the next tap. */
function turn(toggle: HTMLElement, { fields }: KeptTap): void {
  const wanted = fields.find(([name]) => name === 'tindakan')?.[1];
  const form = toggle.querySelector('form');
  const template = toggle.querySelector('template');
  const other = template?.content.querySelector('form');
  if (!form || !template || !other || form.querySelector('button')?.value !== wanted) return;
  const hadFocus = form.contains(document.activeElement);
  form.replaceWith(document.importNode(other, true));
  template.content.replaceChildren(form);
  if (toggle.dataset.toggle === '') toggle.closest('.stock-dish')?.classList.toggle('stock-gone', wanted === 'habis');
  if (hadFocus) toggle.querySelector('button')?.focus({ preventScroll: true });
}
