import type { Page } from '@playwright/test';

/** Letters so far beyond an edge are cut; less is a rounding of the browser's. */
const SLACK_PX = 1;

/**
 * Words that cannot be read whole on the page that is open: beyond a box that hides what sticks out of it and does not
 * scroll, or beyond their own box, over whatever stands beside it. A box with a `title` tells the whole on asking. One
 * line a box, with the beginning of its words.
 */
export async function cutTextFaults(page: Page): Promise<string[]> {
  return page.evaluate(lookForCutText, SLACK_PX);
}

/** Runs in the page: nothing from outside its braces is there. */
function lookForCutText(slack: number): string[] {
  const isHiding = (value: string) => value === 'hidden' || value === 'clip';
  const sticksOut = (element: Element) =>
    element.scrollWidth > element.clientWidth + slack || element.scrollHeight > element.clientHeight + slack;
  const wordsIn = (element: Element) => {
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (words.nextNode()) if (words.currentNode.nodeValue?.trim()) found.push(words.currentNode as Text);
    return found;
  };
  /** The box a line of words stands in. */
  const boxOf = (element: Element | null): Element | null =>
    element && getComputedStyle(element).display === 'inline' ? boxOf(element.parentElement) : element;
  /** For screen readers only: a box of one pixel. */
  const isSpokenOnly = (element: Element | null): boolean => {
    if (element === null) return false;
    const { width, height } = element.getBoundingClientRect();
    return (width <= 1 && height <= 1) || isSpokenOnly(element.parentElement);
  };
  /** A line may be lower than its letters are high: up and down a quarter of them is still their own place. */
  const isBeyond = (text: Text, box: DOMRect, hides: boolean) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].some(({ left, right, top, bottom, width, height }) => {
      const room = height / 4;
      const aside = right > box.right + slack || left < box.left - slack;
      return width > 0 && (aside || (hides && (bottom > box.bottom + room || top < box.top - room)));
    });
  };
  const faults: string[] = [];
  for (const element of document.body.querySelectorAll('*:not(svg, svg *, [title], [title] *)')) {
    if (!element.checkVisibility() || !sticksOut(element) || isSpokenOnly(element)) continue;
    const { overflowX, overflowY, display } = getComputedStyle(element);
    const hides = isHiding(overflowX) || isHiding(overflowY);
    if (!hides && (overflowX !== 'visible' || display === 'inline')) continue;
    const box = element.getBoundingClientRect();
    // What stands in a cell of a table, a badge as well as a line, must not stand over the next.
    const isWhole = hides || display === 'table-cell';
    const words = wordsIn(element).filter((text) => isWhole || boxOf(text.parentElement) === element);
    const cut = words.find((text) => !isSpokenOnly(text.parentElement) && isBeyond(text, box, hides));
    if (cut)
      faults.push(`${hides ? 'cut' : 'beyond its box'}: ${element.className} ${cut.nodeValue?.trim().slice(0, 60)}`);
  }
  return faults;
}
