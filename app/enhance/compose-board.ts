import { readDocument } from './read-document';

/**
 * Makes the composer's board playable by pointer: a merchant is dragged to a booth, or off the plan. Every move is the
 * same form that works without this file; the answer replaces the board in place, so that nothing jumps.
 */
export class ComposeBoardElement extends HTMLElement {
  private dragged: HTMLElement | null = null;
  private ghost: HTMLElement | null = null;
  private start = { x: 0, y: 0 };
  private isBusy = false;

  connectedCallback() {
    this.addEventListener('submit', this.submitMove);
    this.addEventListener('click', this.followPick);
    this.addEventListener('pointerdown', this.grab);
    this.addEventListener('dragstart', (event) => event.preventDefault());
  }

  private readonly grab = (event: PointerEvent) => {
    const target = event.target as HTMLElement;
    const card = target.closest<HTMLElement>('[data-application]');
    if (!card || event.button !== 0 || target.closest('button') || event.pointerType === 'touch') return;
    this.dragged = card;
    this.start = { x: event.clientX, y: event.clientY };
    addEventListener('pointermove', this.move);
    addEventListener('pointerup', this.drop, { once: true });
    addEventListener('pointercancel', this.letGo, { once: true });
  };

  private readonly move = (event: PointerEvent) => {
    if (!this.dragged) return;
    const far = Math.hypot(event.clientX - this.start.x, event.clientY - this.start.y);
    if (!this.ghost && far < 8) return;
    if (!this.ghost) {
      this.ghost = document.createElement('div');
      this.ghost.className = 'drag-ghost';
      this.ghost.textContent = this.dragged.dataset.name ?? '';
      document.body.append(this.ghost);
      this.classList.add('composer-dragging');
    }
    event.preventDefault();
    this.ghost.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 12}px)`;
    for (const old of this.querySelectorAll('.drop-over')) old.classList.remove('drop-over');
    this.boothAt(event)?.classList.add('drop-over');
  };

  private readonly drop = (event: PointerEvent) => {
    const { dragged, ghost } = this;
    const booth = this.boothAt(event);
    const isInHand = this.isOverHand(event);
    this.letGo();
    if (!dragged || !ghost) return;
    // The click that follows a drag is not a pick.
    addEventListener('click', (click) => click.preventDefault(), { once: true, capture: true });
    const applicationId = dragged.dataset.application ?? '';
    const from = dragged.dataset.booth;
    if (booth && booth !== dragged) {
      const boothId = booth.dataset.booth ?? '';
      const swap = booth.dataset.application !== undefined && from !== undefined;
      const address = swap ? this.dataset.swap : this.dataset.place;
      void this.send(address ?? '', { applicationId, boothId });
    } else if (isInHand && from !== undefined) {
      void this.send(this.dataset.remove ?? '', { applicationId });
    }
  };

  private readonly letGo = () => {
    removeEventListener('pointermove', this.move);
    this.ghost?.remove();
    this.ghost = null;
    this.dragged = null;
    this.classList.remove('composer-dragging');
    for (const old of this.querySelectorAll('.drop-over')) old.classList.remove('drop-over');
  };

  private boothAt(event: PointerEvent): HTMLElement | null {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const booth = under?.closest<HTMLElement>('td[data-booth]') ?? null;
    return booth && this.contains(booth) ? booth : null;
  }

  private isOverHand(event: PointerEvent): boolean {
    return document.elementFromPoint(event.clientX, event.clientY)?.closest('.hand') !== null;
  }

  private readonly submitMove = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-move]')) return;
    event.preventDefault();
    void this.send(form.action, Object.fromEntries(new FormData(form)) as Record<string, string>);
  };

  private readonly followPick = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[href*="/susun"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    void this.show(fetch(link.href, { cache: 'no-store' }), link.href);
  };

  private async send(address: string, fields: Record<string, string>): Promise<void> {
    await this.show(fetch(address, { method: 'POST', body: new URLSearchParams(fields) }), address);
  }

  /** Puts the answer's board in place of this one and the focus where the address points; without internet the page is loaded plainly. */
  private async show(asked: Promise<Response>, address: string): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.setAttribute('aria-busy', 'true');
    try {
      const answer = await asked;
      const page = await readDocument(answer);
      const board = page.querySelector('compose-board');
      if (!board) throw new Error('the answer is not a board');
      this.replaceChildren(...board.childNodes);
      const shown = answer.redirected ? answer.url : address;
      // A fragment sent by the server is lost on the way through fetch; the booth last moved stands in the query.
      const last = new URL(shown).searchParams.get('terakhir');
      const fragment = last ? `stan-${last}` : new URL(address, location.href).hash.slice(1);
      const target = fragment ? document.getElementById(fragment) : null;
      (target?.querySelector<HTMLElement>('a, button') ?? target)?.focus({ preventScroll: last !== null });
    } catch {
      location.reload();
    } finally {
      this.isBusy = false;
      this.removeAttribute('aria-busy');
    }
  }
}
