/** Puts a fresh part of the page in place of an old one, with the same folds open and the focus where it was. */
export function replacePart(old: Element, fresh: Element): void {
  const open = new Set([...old.querySelectorAll('details[open][id]')].map(({ id }) => id));
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const focus = held && nameOf(held);
  const place = held?.closest('[data-ticket]')?.getAttribute('data-ticket');
  old.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  for (const id of open) old.querySelector(`details[id="${id}"]`)?.setAttribute('open', '');
  if (!focus) return;
  const same = [...old.querySelectorAll<HTMLElement>('*')].find((each) => nameOf(each) === focus);
  // The button is gone, but its ticket is there: the next step begins at its number.
  const ticket = old.querySelector<HTMLElement>(`[data-ticket="${place}"] .bon-number`);
  (same ?? ticket)?.focus({ preventScroll: true });
}

/** What tells one control of a part from the others, in two makings of it. */
function nameOf(element: Element | null): string {
  if (!element) return '';
  const form = element instanceof HTMLButtonElement ? element.form?.action : '';
  const { href = '', name = '', value = '' } = element as Partial<HTMLAnchorElement & HTMLButtonElement>;
  const place = element.closest('[data-ticket]')?.getAttribute('data-ticket') ?? '';
  return [element.tagName, place, form, href, name, value, element.closest('[id]')?.id].join(' ');
}
