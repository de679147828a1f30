/** A button that opens the browser's own print window; hidden where there is no JavaScript. */
export class PrintButtonElement extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
