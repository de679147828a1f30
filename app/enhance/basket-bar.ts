/** Writes into the sticky link how many dishes the basket holds and what they cost; the server makes the words. */
export class BasketBarElement extends HTMLElement {
  connectedCallback() {
    void this.fill();
    // Back from the basket page, out of the browser's own memory of this page.
    addEventListener('pageshow', this.again);
  }

  disconnectedCallback() {
    removeEventListener('pageshow', this.again);
  }

  private readonly again = (event: PageTransitionEvent) => {
    if (event.persisted) void this.fill();
  };

  private async fill() {
    const address = this.dataset.summary;
    const text = this.querySelector('[data-basket-text]');
    if (!address || !text) return;
    try {
      const answer = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
      if (!answer.ok) return;
      const summary: { count: number; label: string } = await answer.json();
      text.textContent = summary.label;
      this.toggleAttribute('data-filled', summary.count > 0);
    } catch {
      // No internet: the plain link stays as it is.
    }
  }
}
