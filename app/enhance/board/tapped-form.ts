import type { BoardLine } from './board-line';

/** A second tap within this time is the first one's echo: the next order has moved under the finger. */
const ECHO = 500;

let last = Number.NEGATIVE_INFINITY;

/** True for the echo of a tap. */
export function isEcho(): boolean {
  const now = performance.now();
  const is = now - last < ECHO;
  if (!is) last = now;
  return is;
}

/** What a form would send when this button is pressed. */
export function fieldsOf(form: HTMLFormElement, button: HTMLElement | null): [string, string][] {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  return button instanceof HTMLButtonElement && button.name ? [...fields, [button.name, button.value]] : fields;
}

/** Keeps the tap on this phone and sends it: the page stays where it is. */
export function tapForm(line: BoardLine, form: HTMLFormElement, button: HTMLElement | null): void {
  const { ticket = null, becomes = null, label = '' } = form.dataset;
  const said = button?.getAttribute('aria-label') ?? [label, button?.textContent?.trim()].filter(Boolean).join(': ');
  const to = new URL(form.action).pathname.slice(line.base.length);
  line.tap({ to, fields: fieldsOf(form, button), label: said, ticket, becomes });
}
