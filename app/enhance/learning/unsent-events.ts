import { courseOf, readEvents } from './kept-events';
import { type SendOutcome, sendEvents } from './send-events';

const TRY_EVERY = 15_000;
const LOOK_EVERY = 1_000;

/** On every page of the course: what this phone has not sent yet, with its age, and why. Sends it as soon as it can. */
export class UnsentEventsElement extends HTMLElement {
  private readonly base = courseOf(location.pathname);
  private timers: number[] = [];
  private outcome: SendOutcome = 'sent';
  private sending: Promise<SendOutcome> = Promise.resolve('sent');

  connectedCallback() {
    if (!this.base) return;
    addEventListener('online', this.send);
    this.timers = [window.setInterval(this.send, TRY_EVERY), window.setInterval(this.show, LOOK_EVERY)];
    void this.send();
  }

  disconnectedCallback() {
    removeEventListener('online', this.send);
    for (const timer of this.timers) clearInterval(timer);
  }

  /** Sends what waits, after what is being sent already; answers whether everything is there. */
  readonly send = (): Promise<SendOutcome> => {
    this.sending = this.sending.then(() => this.sendAll());
    return this.sending;
  };

  private async sendAll(): Promise<SendOutcome> {
    if (!this.base) return 'sent';
    const waiting = readEvents(this.base).length;
    this.outcome = await sendEvents(this.base);
    this.show();
    if (waiting > 0 && this.outcome === 'sent') this.dispatchEvent(new Event('sent'));
    return this.outcome;
  }

  private readonly show = () => {
    const waiting = this.base ? readEvents(this.base) : [];
    const [oldest] = waiting;
    this.hidden = !oldest;
    const text = this.querySelector('[data-unsent-text]');
    if (!oldest || !text) return;
    const minutes = Math.floor((Date.now() - oldest.at) / 60_000);
    const { unsent = '', unsentFor = '', off = '', trouble = '', out = '' } = this.dataset;
    const age = minutes < 1 ? unsent : unsentFor.replace('{menit}', String(minutes));
    const why = { sent: '', off, trouble, out }[this.outcome];
    const said = `${age} ${why}`.trim();
    if (text.textContent !== said) text.textContent = said;
    const signIn = this.querySelector<HTMLElement>('[data-unsent-sign-in]');
    if (signIn) signIn.hidden = this.outcome !== 'out';
  };
}
