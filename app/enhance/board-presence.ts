const BEAT_EVERY = 15_000;

/** On every page of a board: says that it runs, so that a board that lost its network can be told from a quiet one. */
export class BoardPresenceElement extends HTMLElement {
  private beating = 0;

  connectedCallback() {
    void this.beat();
    this.beating = window.setInterval(() => void this.beat(), BEAT_EVERY);
  }

  disconnectedCallback() {
    window.clearInterval(this.beating);
  }

  private async beat() {
    const { address } = this.dataset;
    if (!address) return;
    try {
      await fetch(address, { method: 'POST', body: new URLSearchParams() });
    } catch {
      // No internet: that is what the silence will tell.
    }
  }
}
