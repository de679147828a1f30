import type { BoardLine } from './board-line';

/** A second tap in the same place within this time is the first one's echo: the next order has moved under the finger. */
const ECHO = 500;
const SAME_PLACE = 40;

interface Spot {
  at: number;
  x: number;
  y: number;
}

let touched: Spot | null = null;
let tapped: Spot | null = null;

/** Remembers where the screen was touched; a key has no place. Who touched something else meanwhile means the next tap. */
export function noteTouch({ detail, clientX: x, clientY: y }: MouseEvent): void {
  touched = detail === 0 ? null : { at: performance.now(), x, y };
  if (touched && tapped && isElsewhere(touched, tapped)) tapped = null;
}

const isElsewhere = (one: Spot, other: Spot) => Math.hypot(one.x - other.x, one.y - other.y) >= SAME_PLACE;

/** True for the echo of a tap. */
export function isEcho(): boolean {
  const [now, before] = [touched, tapped];
  tapped = now;
  if (!now || !before || now === before) return false;
  return now.at - before.at < ECHO && !isElsewhere(now, before);
}

/** What a form would send when this button is pressed. */
export function fieldsOf(form: HTMLFormElement, button: HTMLElement | null): [string, string][] {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  return button instanceof HTMLButtonElement && button.name ? [...fields, [button.name, button.value]] : fields;
}

/** Keeps the tap on this phone and sends it: the page stays where it is. Answers what was tapped, in words. */
export function tapForm(line: BoardLine, form: HTMLFormElement, button: HTMLElement | null): string {
  const { ticket = null, becomes = null, label = '' } = form.dataset;
  const said = button?.getAttribute('aria-label') ?? [label, button?.textContent?.trim()].filter(Boolean).join(': ');
  const to = new URL(form.action).pathname.slice(line.base.length);
  line.tap({ to, fields: fieldsOf(form, button), label: said, ticket, becomes });
  return said;
}
