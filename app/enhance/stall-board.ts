const ASK_EVERY = 2_000;
const RING_EVERY = 3_000;
const SOUND = 'papan-bunyi';

/**
 * The board by itself: asks whether something moved, fetches the page again and puts its queue in place; rings for a new
 * order, again and again until somebody touches the screen. Without it the page has its link "Perbarui".
 */
export class StallBoardElement extends HTMLElement {
  private asking = 0;
  private ringing = 0;
  private known = new Set<string>();
  private audio: AudioContext | null = null;

  connectedCallback() {
    this.known = this.placed();
    this.addSoundButton();
    this.asking = window.setInterval(() => void this.ask(), ASK_EVERY);
    for (const touch of ['pointerdown', 'keydown'] as const) document.addEventListener(touch, this.quiet);
  }

  disconnectedCallback() {
    clearInterval(this.asking);
    this.quiet();
    for (const touch of ['pointerdown', 'keydown'] as const) document.removeEventListener(touch, this.quiet);
  }

  private async ask() {
    if (document.hidden && this.audio === null) return;
    try {
      const answer = await fetch(this.dataset.versions ?? '', {
        cache: 'no-store',
        headers: { Accept: 'application/json' },
      });
      if (!answer.ok) return;
      const { version }: { version: string } = await answer.json();
      // Somebody is choosing a reason: the fold stays as it is until it is closed.
      if (version === this.dataset.version || this.querySelector('details[open]')) return;
      await this.fill();
      this.dataset.version = version;
    } catch {
      // No internet: the last queue stays on the screen.
    }
  }

  private async fill() {
    const answer = await fetch(this.dataset.address ?? '', { cache: 'no-store' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('stall-board [data-queue]');
    const queue = this.querySelector('[data-queue]');
    if (!fresh || !queue) return;
    queue.replaceWith(document.adoptNode(fresh));
    const placed = this.placed();
    const added = [...placed].filter((number) => !this.known.has(number));
    this.known = placed;
    if (added.length > 0) this.announce(added[0] ?? '');
  }

  private placed(): Set<string> {
    const tickets = this.querySelectorAll<HTMLElement>('[data-state="placed"]');
    return new Set([...tickets].map((ticket) => ticket.dataset.ticket ?? ''));
  }

  private announce(number: string) {
    const said = this.querySelector('[data-said]');
    if (said) said.textContent = (this.dataset.newOrder ?? '').replace('0', number);
    clearInterval(this.ringing);
    this.ring();
    this.ringing = window.setInterval(() => this.ring(), RING_EVERY);
  }

  private readonly quiet = () => {
    clearInterval(this.ringing);
  };

  private ring() {
    if (!this.audio) return;
    navigator.vibrate?.(200);
    for (const [at, pitch] of [
      [0, 880],
      [0.18, 1175],
    ] as const) {
      const tone = this.audio.createOscillator();
      const volume = this.audio.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.25, this.audio.currentTime + at);
      volume.gain.exponentialRampToValueAtTime(0.001, this.audio.currentTime + at + 0.17);
      tone.connect(volume).connect(this.audio.destination);
      tone.start(this.audio.currentTime + at);
      tone.stop(this.audio.currentTime + at + 0.18);
    }
  }

  /** A browser lets a page sound only after a tap, so sound has a button; the choice is kept for the next tap. */
  private addSoundButton() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet sound-button';
    const show = () => {
      button.textContent = (this.audio ? this.dataset.soundOff : this.dataset.soundOn) ?? '';
      button.setAttribute('aria-pressed', this.audio ? 'true' : 'false');
    };
    const switchOn = () => {
      this.audio ??= new AudioContext();
      localStorage.setItem(SOUND, 'nyala');
      show();
    };
    button.addEventListener('click', () => {
      if (this.audio) {
        void this.audio.close();
        this.audio = null;
        localStorage.removeItem(SOUND);
        show();
        return;
      }
      switchOn();
      this.ring();
    });
    if (localStorage.getItem(SOUND)) document.addEventListener('pointerdown', switchOn, { once: true });
    show();
    (document.querySelector('.day-bar-acts') ?? this).append(button);
  }
}
