import { forgetLeft, keepUnsent, readUnsent, type Unsent } from './unsent-answers';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A rest as between two words; whoever puts the phone away here has her last field kept as well. */
const REST_MS = 1_000;

/**
 * Sends the answers of a form while they are given, so that another phone can go on. What could not be sent stays in
 * this window, is in the form again when the page is, and is sent when there is a way. The form works without it.
 */
export class KeepAnswersElement extends HTMLElement {
  private unsent: Unsent = { answers: {}, isLeaving: false };
  /** One after the other: an older answer must not arrive after a newer one. */
  private sending: Promise<void> = Promise.resolve();
  private rest = 0;

  connectedCallback() {
    forgetLeft(this.place);
    this.unsent = { ...readUnsent(this.place), isLeaving: false };
    for (const [name, value] of Object.entries(this.unsent.answers)) this.fill(name, value);
    this.addEventListener('input', this.note);
    this.addEventListener('change', this.send);
    this.addEventListener('submit', this.leave);
    window.addEventListener('online', this.send);
    document.addEventListener('visibilitychange', this.send);
    this.send();
  }

  disconnectedCallback() {
    this.removeEventListener('input', this.note);
    this.removeEventListener('change', this.send);
    this.removeEventListener('submit', this.leave);
    window.removeEventListener('online', this.send);
    document.removeEventListener('visibilitychange', this.send);
    window.clearTimeout(this.rest);
  }

  /** Whoever signs in next in this window does not find what somebody else typed. */
  private get place() {
    return `${this.dataset.owner}:${location.pathname}`;
  }

  private readonly note = ({ target }: Event) => {
    if (!isField(target)) return;
    this.unsent.answers[target.name] = target.value;
    keepUnsent(this.place, this.unsent);
    window.clearTimeout(this.rest);
    this.rest = window.setTimeout(this.send, REST_MS);
  };

  /** Without internet the browser would put an error page in the form's place. */
  private readonly leave = (event: Event) => {
    if (navigator.onLine) {
      keepUnsent(this.place, { ...this.unsent, isLeaving: true });
      return;
    }
    event.preventDefault();
    this.say(this.dataset.failed);
  };

  private readonly send = () => {
    window.clearTimeout(this.rest);
    this.sending = this.sending.then(() => this.sendNow());
  };

  private async sendNow(): Promise<void> {
    const { address, saved, failed, signedOut } = this.dataset;
    const answers = Object.entries(this.unsent.answers);
    if (!address || answers.length === 0) return;
    try {
      // Leaving the page must not break off the last answer.
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(answers), keepalive: true });
      if (!answer.ok || answer.redirected) return this.say(answer.redirected ? signedOut : failed);
      this.drop(answers);
      this.say(`${saved} ${new Date().toTimeString().slice(0, 5).replace(':', '.')}`);
    } catch {
      this.say(failed);
    }
  }

  /** They have arrived; what was typed over them meanwhile has not. */
  private drop(answers: [string, string][]) {
    for (const [name, value] of answers) if (this.unsent.answers[name] === value) delete this.unsent.answers[name];
    keepUnsent(this.place, { ...this.unsent, isLeaving: readUnsent(this.place).isLeaving });
  }

  private fill(name: string, value: string) {
    for (const field of this.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (!isField(field)) continue;
      if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
      else field.value = value;
    }
  }

  private say(text = '') {
    const note = this.querySelector('[data-keep-note]');
    if (note) note.textContent = text;
  }
}

function isField(target: EventTarget | null): target is Field {
  return (
    (target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement) &&
    target.name !== ''
  );
}
