/** Counter sale: − and + beside each dish, and the sum at the foot. Without it numbers are typed and the server adds up. */
export class CounterSaleElement extends HTMLElement {
  connectedCallback() {
    for (const step of this.querySelectorAll<HTMLButtonElement>('[data-step]')) {
      step.hidden = false;
      step.addEventListener('click', () => this.add(step));
    }
    this.addEventListener('input', () => this.sum());
    this.sum();
  }

  private add(step: HTMLButtonElement) {
    const input = step.parentElement?.querySelector('input');
    if (!input) return;
    const quantity = Math.max(0, (Number(input.value) || 0) + Number(step.dataset.step));
    input.value = quantity === 0 ? '' : String(quantity);
    this.sum();
  }

  private sum() {
    let total = 0;
    for (const dish of this.querySelectorAll<HTMLElement>('[data-price].counter-dish')) {
      const quantity = Number(dish.querySelector<HTMLInputElement>('.counter-quantity input')?.value) || 0;
      const options = [...dish.querySelectorAll<HTMLInputElement>('.counter-options input:checked')];
      const extra = options.reduce((sum, option) => sum + Number(option.dataset.price), 0);
      total += quantity * (Number(dish.dataset.price) + extra);
      dish.classList.toggle('counter-chosen', quantity > 0);
    }
    const line = this.querySelector<HTMLElement>('[data-total-line]');
    const sum = this.querySelector('[data-total]');
    if (!line || !sum) return;
    line.hidden = total === 0;
    sum.textContent = `Rp${String(total).replace(/\B(?=(\d{3})+$)/g, '.')}`;
  }
}
