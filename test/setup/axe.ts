import type { BrowserContext, Page } from '@playwright/test';
import axe from 'axe-core';

/** WCAG 2.2 AA, as far as a machine can tell. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** So many rows of one shape side by side are looked at; two hundred more say the same and take minutes. */
const ALIKE_MAX = 3;

declare global {
  interface Window {
    axe?: typeof axe;
    /** How each element looked when the whole page was looked at; empty for one that was not shown. */
    looked?: WeakMap<Element, string>;
  }
}

/**
 * `whole`: every rule on every element. `words`: every rule but contrast, the dearest, for a page whose twin in the
 * other language has the same colours. `wider`: after `whole`, on another width: every rule on what is shown now and
 * was not before or has other colours or letters, and the size of every target.
 */
export type Look = 'whole' | 'words' | 'wider';

/** Every page of the context has axe from its beginning: sending half a megabyte for each look takes longer. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript(axe.source);
}

/**
 * What stands between this page and WCAG 2.2 AA, one line a rule with the first elements that break it; empty when fit.
 * axe runs in the page itself and only violations come back: its Playwright builder opens a second page and describes
 * every element that passed, which took two to five times as long. No page of ours has frames. Sticky bars lie in the
 * flow meanwhile: which target one covers by half depends on where the page happens to be scrolled to. Of siblings
 * with the same elements, classes and attributes inside, three stay.
 */
export async function axeFaults(page: Page, look: Look = 'whole'): Promise<string[]> {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe.source);
  return page.evaluate(lookAtPage, { look, tags: TAGS, alikeMax: ALIKE_MAX });
}

interface LookWishes {
  look: Look;
  tags: string[];
  alikeMax: number;
}

/** Runs in the page: nothing from outside its braces is there. */
async function lookAtPage({ look, tags, alikeMax }: LookWishes): Promise<string[]> {
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')];
  const looksOf = (element: Element) => {
    const { color, backgroundColor, backgroundImage, fontSize, fontWeight } = getComputedStyle(element);
    return element.checkVisibility() ? [color, backgroundColor, backgroundImage, fontSize, fontWeight].join() : '';
  };
  const shapeOf = (element: Element): string =>
    `${element.tagName} ${element.getAttributeNames()} ${element.getAttribute('class')} (${[...element.children].map(shapeOf)})`;
  const siblingsTooMany = (parent: Element) => {
    const times = new Map<string, number>();
    return ([...parent.children] as HTMLElement[]).filter((child) => {
      const shape = shapeOf(child);
      times.set(shape, (times.get(shape) ?? 0) + 1);
      return (times.get(shape) ?? 0) > alikeMax;
    });
  };
  const run = async (context: Document | Element[], chosen: Parameters<typeof axe.run>[1]) => {
    if (!window.axe) throw new Error('axe did not load');
    const options = { resultTypes: ['violations' as const], elementRef: false, preload: false };
    return (await window.axe.run(context as Document, { ...options, ...chosen })).violations;
  };
  const onWider = async () => {
    const changed = new Set(elements.filter((each) => looksOf(each) && looksOf(each) !== window.looked?.get(each)));
    const outermost = [...changed].filter((each) => !each.parentElement || !changed.has(each.parentElement));
    const targets = await run(document, { runOnly: { type: 'rule', values: ['target-size'] } });
    return outermost.length === 0 ? targets : [...targets, ...(await run(outermost, { runOnly: tags }))];
  };
  const bars = elements.filter((element) => getComputedStyle(element).position === 'sticky');
  const spare = elements.filter(({ children }) => children.length > alikeMax).flatMap(siblingsTooMany);
  for (const bar of bars) bar.style.position = 'relative';
  for (const each of spare) each.style.display = 'none';
  if (look !== 'wider') window.looked = new WeakMap(elements.map((each) => [each, looksOf(each)]));
  const rules = { 'color-contrast': { enabled: look === 'whole' } };
  const found = look === 'wider' ? await onWider() : await run(document, { runOnly: tags, rules });
  for (const bar of bars) bar.style.position = '';
  for (const each of spare) each.style.display = '';
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}
