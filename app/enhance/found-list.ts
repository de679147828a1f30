import { readDocument } from './read-document';

/** Longer than this nobody looks at an old list: the browser goes to the page itself. */
const ANSWER_WITHIN = 8_000;

/**
 * A list with filters, changed without leaving the page: a filter counts as soon as it is touched, its fold stays open
 * and in hand; links to other pages and kinds of the same list change it too. The address is that of the same page
 * without this. Where no answer comes the browser goes there itself.
 */
export class FoundListElement extends HTMLElement {
  /** Of several answers on their way only the last one asked for counts. */
  private asked = 0;
  /** Address of the list on the screen. */
  private shown = '';

  connectedCallback() {
    this.shown = location.pathname + location.search;
    this.addEventListener('change', this.filter);
    this.addEventListener('submit', this.apply);
    this.addEventListener('click', this.follow);
    addEventListener('popstate', this.back);
  }

  disconnectedCallback() {
    removeEventListener('popstate', this.back);
  }

  private readonly filter = (event: Event) => {
    const { form } = event.target as HTMLInputElement;
    if (form?.method === 'get') void this.show(addressOf(form), { keep: form.closest('details') });
  };

  private readonly apply = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'get') return;
    event.preventDefault();
    void this.show(addressOf(form));
  };

  private readonly follow = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[href]');
    if (!link || event.defaultPrevented || event.button > 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.href);
    if (to.origin + to.pathname !== location.origin + location.pathname) return;
    event.preventDefault();
    void this.show(to);
  };

  private readonly back = () => {
    // A link within the page is a step in the history too.
    if (this.shown !== location.pathname + location.search) void this.show(new URL(location.href), { isBack: true });
  };

  private async show(to: URL, { keep, isBack }: { keep?: Element | null; isBack?: boolean } = {}) {
    this.asked += 1;
    const asked = this.asked;
    this.setAttribute('aria-busy', 'true');
    const page = await fetchList(to);
    if (asked !== this.asked) return;
    this.removeAttribute('aria-busy');
    const fresh = page?.querySelector(this.localName);
    if (!fresh) {
      location.assign(to);
      return;
    }
    document.title = page?.title ?? document.title;
    this.shown = to.pathname + to.search;
    // Steps within one open fold are one step back.
    if (!isBack)
      history[keep && history.state?.isFold ? 'replaceState' : 'pushState']({ isFold: Boolean(keep) }, '', to);
    if (keep) this.replaceAround(keep, fresh);
    else this.replaceChildren(...fresh.childNodes);
    this.say(Boolean(keep || isBack));
  }

  /** Everything but the fold in hand, which stays where the thumb is. */
  private replaceAround(fold: Element, fresh: Element) {
    const before = fold.getBoundingClientRect().top;
    const hand = document.activeElement;
    for (const part of ['[data-filter-title]', '[data-filter-acts]']) {
      const [shown, other] = [fold.querySelector(part), fresh.querySelector(part)];
      if (shown && other) shown.replaceChildren(...other.childNodes);
    }
    fresh.querySelector('details')?.replaceWith(fold);
    this.replaceChildren(...fresh.childNodes);
    if (hand instanceof HTMLElement) hand.focus({ preventScroll: true });
    scrollBy({ top: fold.getBoundingClientRect().top - before, behavior: 'instant' });
  }

  /** How many there are is read out; who has not kept a fold in hand stands at the head of the list. */
  private say(isHeld: boolean) {
    const head = this.querySelector<HTMLElement>('[data-found]');
    if (!head) return;
    const said = document.querySelector('[data-found-said]');
    if (said) said.textContent = head.textContent;
    if (isHeld) return;
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    head.closest('section')?.scrollIntoView({ block: 'start' });
  }
}

async function fetchList(to: URL): Promise<Document | null> {
  try {
    const answer = await fetch(to, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
    if (!answer.ok || answer.redirected) return null;
    return await readDocument(answer);
  } catch {
    return null;
  }
}

function addressOf(form: HTMLFormElement): URL {
  const to = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value !== '') to.searchParams.append(name, String(value));
  return to;
}
