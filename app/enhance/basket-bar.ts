import { FetchedElement } from './fetched-element';

interface Summary {
  count: number;
  label: string;
}

/** Writes into the sticky link how many dishes the basket holds and what they cost; the server makes the words. */
export class BasketBarElement extends FetchedElement<Summary> {
  protected address() {
    return this.dataset.summary;
  }

  protected show({ count, label }: Summary) {
    const text = this.querySelector('[data-basket-text]');
    if (text) text.textContent = label;
    this.toggleAttribute('data-filled', count > 0);
  }
}
