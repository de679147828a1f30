/** An element that is filled with what the server says when the page is shown, and again when the browser brings the page back from its memory. */
export abstract class FetchedElement<Answer> extends HTMLElement {
  /** Where to ask; JSON, never kept. */
  protected abstract address(): string | undefined;

  protected abstract show(answer: Answer): void;

  connectedCallback() {
    void this.fill();
    addEventListener('pageshow', this.again);
  }

  disconnectedCallback() {
    removeEventListener('pageshow', this.again);
  }

  private readonly again = (event: PageTransitionEvent) => {
    if (event.persisted) void this.fill();
  };

  private async fill() {
    const address = this.address();
    if (!address) return;
    try {
      const answer = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
      if (answer.ok) this.show((await answer.json()) as Answer);
    } catch {
      // No internet: the page stays as it is.
    }
  }
}
