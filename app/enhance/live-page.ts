import { fetchPage, followLive, replacePart } from './live-source';

/**
 * A page that moves by itself: on an event of `data-stream` it fetches itself again, puts every `[data-part]` that differs
 * in place, and says `data-news` of a part whose `data-state` is another. Without it the page has its link "Perbarui".
 */
export class LivePageElement extends HTMLElement {
  private stop: (() => void) | undefined;

  connectedCallback() {
    const { stream = '', gone = '', back = '', rest = '0' } = this.dataset;
    this.stop = followLive({
      stream,
      rest: Number(rest),
      refresh: () => this.refresh(),
      connection: (state) => this.write('[data-connection]', state === 'gone' ? gone : back),
      staysAwake: () => this.staysAwake(),
    });
  }

  disconnectedCallback() {
    this.stop?.();
  }

  /** True while it must go on although nobody looks. */
  protected staysAwake(): boolean {
    return false;
  }

  /** A part in another state than before, as it stands on the page now. */
  protected moved(part: HTMLElement): void {
    this.write('[data-said]', part.dataset.news ?? '');
  }

  /** Parts are compared with the fresh page between these two, in one go. */
  protected beforeParts(): void {}
  protected afterParts(): void {}

  private async refresh(): Promise<void> {
    const page = await fetchPage(location.pathname + location.search);
    this.beforeParts();
    for (const fresh of page?.querySelectorAll<HTMLElement>(`${this.localName} [data-part]`) ?? []) {
      const shown = this.querySelector<HTMLElement>(`[data-part="${fresh.dataset.part}"]`);
      const isMoved = shown?.dataset.state !== fresh.dataset.state;
      if (replacePart(shown, fresh) && isMoved) this.moved(fresh);
    }
    this.afterParts();
  }

  protected write(place: string, text: string): void {
    const element = this.querySelector(place);
    if (element && element.textContent !== text) element.textContent = text;
  }
}
