interface Heard {
  /** Where to go on. */
  to?: string;
  /** What was refused, in words. */
  text?: string;
  options?: unknown;
}

/**
 * A button that asks the house for a challenge (`data-challenge`), has the device answer it and sends the answer
 * (`data-address`). What is marked, itself too, `data-able` shows only where the device can, `data-unable` where it cannot; what goes
 * wrong is said beside the button.
 */
export abstract class PasskeyElement extends HTMLElement {
  protected abstract isAble(): Promise<boolean>;

  /** The device's answer, as JSON can carry it; rejects when she or the device said no. */
  protected abstract answer(options: unknown): Promise<unknown>;

  /** What is sent along. */
  protected abstract details(): Record<string, string>;

  connectedCallback() {
    const button = this.querySelector('button');
    if (!button) return;
    this.isAble().then(
      (isAble) => this.show(isAble),
      () => undefined,
    );
    button.addEventListener('click', () => {
      button.disabled = true;
      this.say('');
      this.run().then(
        (text) => {
          this.say(text);
          button.disabled = false;
        },
        () => {
          this.say(this.dataset.failed);
          button.disabled = false;
        },
      );
    });
  }

  /** Answers what is to be said. */
  private async run(): Promise<string | undefined> {
    const asked = await post(this.dataset.challenge, {});
    if (!asked.options) return follow(asked);
    let answer: unknown;
    try {
      answer = await this.answer(asked.options);
    } catch {
      return this.dataset.cancelled;
    }
    const heard = await post(this.dataset.address, { ...this.details(), answer: JSON.stringify(answer) });
    return follow(heard);
  }

  private show(isAble: boolean) {
    for (const part of [this, ...this.querySelectorAll<HTMLElement>('[data-able], [data-unable]')]) {
      if ('able' in part.dataset) part.hidden = !isAble;
      if ('unable' in part.dataset) part.hidden = isAble;
    }
  }

  private say(text = '') {
    const said = this.querySelector('[role=status]');
    if (said) said.textContent = text;
  }
}

function follow({ to, text }: Heard): string | undefined {
  if (to) window.location.assign(to);
  return text;
}

async function post(address = '', fields: Record<string, string>): Promise<Heard> {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(fields) });
  // Her session ended meanwhile: on to where the house leads.
  if (answer.redirected) return { to: answer.url };
  return (await answer.json()) as Heard;
}
