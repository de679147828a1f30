import { FetchedElement } from './fetched-element';

interface DishStock {
  listing: number;
  left: number;
  /** In words, where so few are left that it matters. */
  label: string | null;
}

/** Writes "Sisa 12 porsi" into a stall's menu, which is kept in memory without numbers, and offers no more than there is. */
export class StallStockElement extends FetchedElement<DishStock[]> {
  protected address() {
    return this.dataset.address;
  }

  protected show(dishes: DishStock[]) {
    for (const { listing, left, label } of dishes) {
      const dish = this.querySelector(`#m-${listing}`);
      const badge = dish?.querySelector<HTMLElement>('[data-stock]');
      const word = badge?.querySelector('.badge-word');
      if (badge && word) {
        word.textContent = label;
        badge.hidden = label === null;
      }
      for (const option of dish?.querySelectorAll<HTMLOptionElement>('.add-quantity option') ?? []) {
        option.disabled = Number(option.value) > left;
      }
    }
  }
}
