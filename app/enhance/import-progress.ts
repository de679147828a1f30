const PAUSE_MS = 1_000;

interface Progress {
  done: number;
  all: number;
  label: string;
  isOver: boolean;
}

/** Moves the bar of a running import once a second; when the worker is done the page is fetched anew. */
export class ImportProgressElement extends HTMLElement {
  private timer: number | undefined;

  connectedCallback() {
    this.timer = window.setInterval(() => void this.look(), PAUSE_MS);
  }

  disconnectedCallback() {
    window.clearInterval(this.timer);
  }

  private async look() {
    const { address } = this.dataset;
    if (!address || document.hidden) return;
    try {
      const answer = await fetch(address);
      if (!answer.ok) return;
      this.show((await answer.json()) as Progress);
    } catch {
      // No internet for a moment: the next look comes by itself.
    }
  }

  private show({ done, all, label, isOver }: Progress) {
    if (isOver) {
      window.clearInterval(this.timer);
      window.location.reload();
      return;
    }
    const bar = this.querySelector('progress');
    if (!bar) return;
    bar.max = Math.max(1, all);
    bar.value = done;
    bar.setAttribute('aria-label', label);
    const text = bar.previousElementSibling;
    if (text) text.textContent = label;
  }
}
