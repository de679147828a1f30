import { fetchPage, followLive, replacePart } from './live-source';
import { ring } from './ring';

/**
 * An order's page by itself: fetches the page again when one of its tickets moved, puts the changed parts in place and
 * says what happened. It rings only after the person asked for sound. Without it the page has its link "Perbarui".
 */
export class LiveOrderElement extends HTMLElement {
  private stop: (() => void) | undefined;
  private audio: AudioContext | null = null;

  connectedCallback() {
    const { stream = '', gone = '', back = '' } = this.dataset;
    this.stop = followLive({
      stream,
      refresh: () => this.refresh(),
      connection: (state) => this.write('[data-connection]', state === 'gone' ? gone : back),
      staysAwake: () => this.audio !== null,
    });
    this.offerSound();
  }

  disconnectedCallback() {
    this.stop?.();
  }

  private async refresh() {
    const page = await fetchPage(location.pathname);
    for (const fresh of page?.querySelectorAll<HTMLElement>('live-order [data-part]') ?? []) {
      const { part, state, news = '' } = fresh.dataset;
      const shown = this.querySelector<HTMLElement>(`[data-part="${part}"]`);
      const isNews = shown?.dataset.state !== state;
      if (!replacePart(shown, fresh) || !isNews) continue;
      this.write('[data-said]', news);
      if (state === 'ready' && this.audio) ring(this.audio);
    }
  }

  private write(place: string, text: string) {
    const element = this.querySelector(place);
    if (element) element.textContent = text;
  }

  private offerSound() {
    const button = this.querySelector<HTMLButtonElement>('[data-sound]');
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      if (this.audio) void this.audio.close();
      this.audio = this.audio ? null : new AudioContext();
      if (this.audio) ring(this.audio);
      button.setAttribute('aria-pressed', String(this.audio !== null));
    });
  }
}
