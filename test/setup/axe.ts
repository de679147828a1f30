import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** WCAG 2.2 AA, as far as a machine can tell. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * What stands between this page and WCAG 2.2 AA, one line a rule with the first elements that break it; empty when fit.
 * axe runs in the page itself and only violations come back: its Playwright builder opens a second page and describes
 * every element that passed, which took two to five times as long. No page of ours has frames. Sticky bars lie in the
 * flow meanwhile: which target one covers by half depends on where the page happens to be scrolled to.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const bars = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) => getComputedStyle(element).position === 'sticky',
    );
    for (const bar of bars) bar.style.position = 'relative';
    const found = await window.axe?.run(document, {
      runOnly: tags,
      resultTypes: ['violations'],
      elementRef: false,
      preload: false,
    });
    for (const bar of bars) bar.style.position = '';
    if (!found) throw new Error('axe did not load');
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  }, TAGS);
}
