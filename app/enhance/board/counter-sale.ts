import { newSecretId } from '~/shared/ids';
import { keepValue, readValue } from '../kept-values';
import { readDocument } from '../read-document';
import { type BoardLine, lineTo } from './board-line';
import type { BoardLinkElement } from './board-link';
import { fieldsOf, isEcho } from './tapped-form';

/** Longer than this nobody waits with money in hand: the sale is kept and sent again. */
const ANSWER_WITHIN = 6_000;
const PAPER = 'papan-kertas';

/**
 * Counter sale: − and + beside each dish, the sum at the foot, and the form sent without leaving the page. Where no
 * answer comes the sale is kept on this phone under the same order id and sent again, and the customer gets a paper
 * number. Without this numbers are typed and the server adds up.
 */
export class CounterSaleElement extends HTMLElement {
  private line: BoardLine | null = null;

  connectedCallback() {
    this.line = lineTo(this.dataset.base ?? '', this.dataset.stall ?? '');
    for (const step of this.querySelectorAll<HTMLButtonElement>('[data-step]')) {
      step.hidden = false;
      step.addEventListener('click', () => this.add(step));
    }
    this.addEventListener('input', this.sum);
    this.addEventListener('submit', this.submit);
    this.line.addEventListener('state', this.offerPaper);
    this.offerPaper();
    this.sum();
  }

  disconnectedCallback() {
    this.line?.removeEventListener('state', this.offerPaper);
  }

  private add(step: HTMLButtonElement) {
    const input = step.parentElement?.querySelector('input');
    if (!input) return;
    const quantity = Math.max(0, (Number(input.value) || 0) + Number(step.dataset.step));
    input.value = quantity === 0 ? '' : String(quantity);
    this.sum();
  }

  private readonly sum = () => {
    const chosen = this.chosen();
    for (const dish of this.dishes()) dish.classList.toggle('counter-chosen', quantityOf(dish) > 0);
    const total = chosen.reduce((sum, { quantity, each }) => sum + quantity * each, 0);
    const line = this.querySelector<HTMLElement>('[data-total-line]');
    const sum = this.querySelector('[data-total]');
    if (!line || !sum) return;
    line.hidden = total === 0;
    sum.textContent = rupiah(total);
  };

  private dishes(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.counter-dish')];
  }

  private chosen(): { listing: string; name: string; quantity: number; each: number }[] {
    return this.dishes().flatMap((dish) => {
      const quantity = quantityOf(dish);
      const { listing = '', name = '', price } = dish.dataset;
      const options = [...dish.querySelectorAll<HTMLInputElement>('.counter-options input:checked')];
      const extra = options.reduce((sum, option) => sum + Number(option.dataset.price), 0);
      return quantity > 0 ? [{ listing, name, quantity, each: Number(price) + extra }] : [];
    });
  }

  private readonly submit = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    if (this.hasAttribute('aria-busy') || isEcho()) return;
    void this.send(form, event.submitter);
  };

  private async send(form: HTMLFormElement, button: HTMLElement | null) {
    const { line } = this;
    const chosen = this.chosen();
    if (!line) return;
    // Cash is taken by the price on the screen, whatever it becomes until the server hears of it.
    const prices = chosen.map(({ listing, each }): [string, string] => [`seharga-${listing}`, String(each)]);
    const fields = [...fieldsOf(form, button), ...prices];
    this.setAttribute('aria-busy', 'true');
    const page = line.state === 'on' || chosen.length === 0 ? await this.post(form.action, fields) : null;
    this.removeAttribute('aria-busy');
    if (page) this.replacePage(page);
    else if (chosen.length > 0) this.keep(form, fields, chosen);
  }

  /** The page that answers; null where no answer came, or none that says what became of the sale. */
  private async post(address: string, fields: [string, string][]): Promise<Document | null> {
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN);
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(fields), signal });
      if (answer.status >= 500) return null;
      const page = await readDocument(answer);
      return page.querySelector('counter-sale') ? page : null;
    } catch {
      return null;
    }
  }

  private replacePage(page: Document) {
    const [main, fresh] = [document.querySelector('main'), page.querySelector('main')];
    if (!main || !fresh) return;
    main.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    const wrong = main.querySelector<HTMLElement>('[autofocus]');
    if (wrong) return wrong.focus();
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }

  private keep(form: HTMLFormElement, fields: [string, string][], chosen: ReturnType<CounterSaleElement['chosen']>) {
    const paper = fields.find(([name]) => name === 'kertas')?.[1] ?? '';
    const total = rupiah(chosen.reduce((sum, { quantity, each }) => sum + quantity * each, 0));
    const sold = chosen.map(({ name, quantity }) => `${quantity}× ${name}`).join(', ');
    const { title = '', kept = '', keptPaper = '' } = this.dataset;
    const label = [paper ? `${title} ${paper}` : title, sold, total].join(' · ');
    this.line?.tap({ to: '/pesanan-di-stan', fields, label, ticket: null, becomes: null });
    const words = (paper ? keptPaper : kept).replace('{jumlah}', total).replace('{kertas}', paper);
    document.querySelector<BoardLinkElement>('board-link')?.tell(words);
    form.reset();
    const order = form.querySelector<HTMLInputElement>('[name="pesanan"]');
    if (order) order.value = newSecretId('ord');
    if (paper) keepValue(PAPER, paper);
    this.offerPaper();
    this.sum();
    scrollTo(0, 0);
  }

  /** Without internet nobody knows the pickup number: the next paper of the pad stands in the field. */
  private readonly offerPaper = () => {
    const fold = this.querySelector<HTMLDetailsElement>('[data-paper]');
    const field = fold?.querySelector<HTMLInputElement>('[name="kertas"]');
    if (!fold || !field || this.line?.state === 'on') return;
    fold.open = true;
    if (field.value === '') field.value = nextPaper();
  };
}

function quantityOf(dish: HTMLElement): number {
  return Number(dish.querySelector<HTMLInputElement>('.counter-quantity input')?.value) || 0;
}

function rupiah(amount: number): string {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
}

/** After A12 comes A13. */
function nextPaper(): string {
  const [, letters = '', digits = ''] = /^(.*?)(\d+)$/.exec(readValue(PAPER) ?? '') ?? [];
  return digits ? letters + String(Number(digits) + 1).padStart(digits.length, '0') : '';
}
