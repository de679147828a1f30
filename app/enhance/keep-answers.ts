/** Sends each answer of a form as soon as it is given, so that another phone can go on. The form works without it. */
export class KeepAnswersElement extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', this.keep);
  }

  disconnectedCallback() {
    this.removeEventListener('change', this.keep);
  }

  private readonly keep = async (event: Event) => {
    const field = event.target;
    if (
      !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
    )
      return;
    const { address, saved = '', failed = '' } = this.dataset;
    if (!address || !field.name) return;
    try {
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ [field.name]: field.value }) });
      this.say(answer.ok ? saved : failed);
    } catch {
      this.say(failed);
    }
  };

  private say(text: string) {
    const note = this.querySelector('[data-keep-note]');
    if (!note) return;
    const time = new Date().toTimeString().slice(0, 5).replace(':', '.');
    note.textContent = text === this.dataset.saved ? `${text} ${time}` : text;
  }
}
