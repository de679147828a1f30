import { dropValue, keepValue, readValue } from './kept-values';

const OFF = 'tombol-cepat-mati';

/**
 * Keys of the verifier's queue and of one section. `data-key="l"` on a button or around a link or field says which key it answers:
 * of what surrounds a field the field takes the focus, anything else is pressed. Rows (`data-row`) are walked with j, k and the arrows. Whoever
 * speaks to her computer can switch the keys off (WCAG 2.1.4); that stays on this device.
 */
export class ReviewKeysElement extends HTMLElement {
  private toggle: HTMLInputElement | null = null;

  connectedCallback() {
    const legend = this.querySelector<HTMLElement>('.review-legend');
    this.toggle = legend?.querySelector('input') ?? null;
    if (legend) legend.hidden = false;
    if (this.toggle) {
      this.toggle.checked = readValue(OFF) === null;
      this.toggle.addEventListener('change', this.keepChoice);
    }
    document.addEventListener('keydown', this.press);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.press);
  }

  private readonly keepChoice = () => {
    if (this.toggle?.checked) dropValue(OFF);
    else keepValue(OFF, '1');
  };

  private readonly press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || this.toggle?.checked === false) return;
    const at = event.target instanceof HTMLElement ? event.target : null;
    if (at?.matches('input:not([type=checkbox]), textarea, select')) return;
    const key = event.key.toLowerCase();
    if (this.answer(key) || this.walk(key)) event.preventDefault();
  };

  private answer(key: string): boolean {
    const wanted = [...this.querySelectorAll<HTMLElement>('[data-key]')].find(({ dataset }) => dataset.key === key);
    if (!wanted) return false;
    const field = wanted.querySelector<HTMLElement>('select, input, textarea');
    if (field) field.focus();
    else (wanted.querySelector('a') ?? wanted).click();
    return true;
  }

  private walk(key: string): boolean {
    const step = { j: 1, arrowdown: 1, k: -1, arrowup: -1 }[key];
    const rows = [...this.querySelectorAll<HTMLElement>('[data-row]')];
    if (step === undefined || rows.length === 0) return false;
    const here = rows.indexOf(document.activeElement as HTMLElement);
    const next = here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + step));
    rows[next]?.focus();
    return true;
  }
}
