import type { KeptTap } from './kept-taps';

/** How far a ticket is; a tap never takes it back. */
const STEPS = ['awaiting_cash', 'placed', 'accepted', 'ready', 'handed_over', 'refused'];

/**
 * Shows the queue as it is after these taps: each ticket with the buttons of its next state (the server laid them beside
 * it as templates), in the column of that state.
 */
export function layTapsOver(queue: Element, taps: readonly KeptTap[]): void {
  for (const tap of taps) {
    const card = tap.ticket && queue.querySelector<HTMLElement>(`[data-ticket-id="${tap.ticket}"]`);
    if (card && tap.becomes) showAs(queue, card, tap.becomes);
  }
  for (const column of queue.querySelectorAll('.board-column')) {
    const open = column.querySelectorAll('[data-ticket-id]:not(.bon-over)').length;
    const count = column.querySelector('.board-count');
    if (count) count.textContent = String(open);
    column.querySelector('.board-none')?.toggleAttribute('hidden', column.querySelector('[data-ticket-id]') !== null);
  }
}

/** The newest of these taps of each ticket, in words on its card. */
export function noteUnsent(queue: Element, taps: readonly KeptTap[], ageOf: (tap: KeptTap) => string): void {
  for (const note of queue.querySelectorAll<HTMLElement>('[data-unsent-note]')) {
    const ticket = note.closest<HTMLElement>('[data-ticket-id]')?.dataset.ticketId;
    const tap = taps.findLast((each) => each.ticket === ticket);
    const text = tap ? ageOf(tap) : '';
    note.hidden = text === '';
    if (note.textContent !== text) note.textContent = text;
  }
}

function showAs(queue: Element, card: HTMLElement, state: string): void {
  if (STEPS.indexOf(state) <= STEPS.indexOf(card.dataset.state ?? '')) return;
  const template = card.querySelector<HTMLTemplateElement>(`template[data-acts-of="${state}"]`);
  const acts = card.querySelector('[data-acts]');
  if (!template || !acts) return;
  acts.replaceChildren(template.content.cloneNode(true));
  card.classList.replace(`bon-${card.dataset.state}`, `bon-${state}`);
  card.dataset.state = state;
  const column = queue.querySelector(`.board-column-${state} .bons`);
  // An end is told where the ticket stands; the next queue from the server takes it away.
  if (column) column.append(card);
  else card.classList.add('bon-over');
}
