import { LivePageElement } from './live-page';
import { ring } from './ring';

/** An order's page by itself; it rings when food is ready, only after the person asked for sound. */
export class LiveOrderElement extends LivePageElement {
  private audio: AudioContext | null = null;

  override connectedCallback() {
    super.connectedCallback();
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

  protected override staysAwake() {
    return this.audio !== null;
  }

  protected override moved(ticket: HTMLElement) {
    super.moved(ticket);
    if (ticket.dataset.state === 'ready' && this.audio) ring(this.audio);
  }
}
