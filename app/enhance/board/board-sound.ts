import { dropValue, keepValue, readValue } from '../kept-values';
import { ring, type Tone } from '../ring';

const KEPT = 'papan-bunyi';
const RING_EVERY = 3_000;

type Loudness = 'off' | 'on' | 'loud';

/** The loud one is longer and sharper, and comes again sooner. */
const LOUD: readonly Tone[] = [
  [0, 988],
  [0.15, 1319],
  [0.3, 988],
  [0.45, 1319],
  [0.6, 1568],
];
const CANCELLED: readonly Tone[] = [
  [0, 660],
  [0.25, 440],
];
const LOUD_SHAKE = [400, 150, 400, 150, 400];

export interface SoundWords {
  /** Of the button, by how loud it is now; `waiting` where the browser wants a tap first. */
  off: string;
  on: string;
  loud: string;
  waiting: string;
}

/** The board's sound: again and again for a new order until somebody touches the screen. A browser sounds only after a tap. */
export class BoardSound {
  private loudness: Loudness = read();
  private audio: AudioContext | null = null;
  private ringing = 0;
  private readonly button = document.createElement('button');

  constructor(private readonly words: SoundWords) {
    this.button.type = 'button';
    this.button.className = 'button button-quiet sound-button';
    this.button.addEventListener('click', this.next);
  }

  /** Shows its button there and hears touches from now on. */
  start(place: Element): void {
    place.append(this.button);
    document.addEventListener('pointerdown', this.touched);
    document.addEventListener('keydown', this.touched);
    this.show();
  }

  stop(): void {
    this.quiet();
    this.button.remove();
    document.removeEventListener('pointerdown', this.touched);
    document.removeEventListener('keydown', this.touched);
    void this.audio?.close();
    this.audio = null;
  }

  newOrder(): void {
    this.quiet();
    this.ring();
    this.ringing = window.setInterval(() => this.ring(), this.loudness === 'loud' ? RING_EVERY / 2 : RING_EVERY);
  }

  /** Once, and another sound: food that nobody wants any more. */
  cancelled(): void {
    if (this.audio && this.loudness !== 'off') ring(this.audio, { tones: CANCELLED });
  }

  /** True while the board must go on although nobody looks at it. */
  isOn(): boolean {
    return this.audio !== null && this.loudness !== 'off';
  }

  private ring(): void {
    if (!this.audio || this.loudness === 'off') return;
    ring(this.audio, this.loudness === 'loud' ? { tones: LOUD, volume: 0.9, shake: LOUD_SHAKE } : {});
  }

  private quiet(): void {
    clearInterval(this.ringing);
    this.ringing = 0;
  }

  private readonly touched = () => {
    this.quiet();
    if (this.loudness !== 'off' && !this.audio) {
      this.audio = new AudioContext();
      this.show();
    }
  };

  private readonly next = () => {
    const after: Record<Loudness, Loudness> = { off: 'on', on: 'loud', loud: 'off' };
    this.loudness = after[this.loudness];
    write(this.loudness);
    if (this.loudness !== 'off') {
      this.audio ??= new AudioContext();
      this.ring();
    }
    this.show();
  };

  private show(): void {
    const { off, on, loud, waiting } = this.words;
    const isWaiting = this.loudness !== 'off' && this.audio === null;
    this.button.textContent = isWaiting ? waiting : { off, on, loud }[this.loudness];
  }
}

function read(): Loudness {
  const kept = readValue(KEPT);
  return kept === 'keras' ? 'loud' : kept ? 'on' : 'off';
}

function write(loudness: Loudness): void {
  if (loudness === 'off') dropValue(KEPT);
  else keepValue(KEPT, loudness === 'loud' ? 'keras' : 'nyala');
}
