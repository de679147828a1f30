import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { expect } from 'vitest';
import { axeFaults } from './axe';
import { browserPath } from './browser-install.mjs';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A page of a test is opened once and left: compiling its scripts for speed costs more than it brings, a tenth of what
 * Chromium takes for a page. Not where its speed is measured.
 */
const COMPILES_LITTLE = '--js-flags=--no-opt --no-maglev';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

/**
 * Chromium, headless; `close` it after the tests. The whole one shows notifications, the quick one does not. `isTimed`: as
 * people have it, for figures of its speed.
 */
export function openBrowser({ isWholeWanted = false, isTimed = false } = {}): Promise<Browser> {
  const executablePath = browserPath({ isWholeWanted });
  // Playwright's own is the quick one unless its channel is named.
  const own = isWholeWanted && !executablePath ? { channel: 'chromium' } : {};
  return chromium.launch({ executablePath, ...own, args: isTimed ? QUIET : [...QUIET, COMPILES_LITTLE] });
}

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Goes to an address of the site and checks that the page is fit for people (axe, no sideways scrolling). */
  visit(path: string): Promise<void>;
  /** The same checks on the page that is open now. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** One person with one browser of their own, on a 360 px phone unless told. A console error on any page fails the test. */
export async function openVisitor(
  browser: Browser,
  origin: string,
  { javaScript = true, viewport = PHONE }: { javaScript?: boolean; viewport?: { width: number; height: number } } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport,
    locale: 'id-ID',
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const look = async () => {
    await whileItStands(page, () => expectFitForPeople(page, javaScript));
    expect(complaints.filter(isOurFault), page.url()).toEqual([]);
  };
  return {
    page,
    context,
    look,
    visit: async (path) => {
      await page.goto(path);
      await look();
    },
    close: () => context.close(),
  };
}

/** A page that moves on by itself breaks a look off: then it is looked at again, as it stands now. */
async function whileItStands(page: Page, look: () => Promise<void>, tries = 4): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (tries === 1 || !/context was destroyed|navigat|frame was detached/i.test(String(error))) throw error;
    await page.waitForLoadState('load');
    await whileItStands(page, look, tries - 1);
  }
}

/**
 * Chromium logs every answer of 4xx as an error, and every request without internet: a form that comes back with 422 is
 * the site working, and only a test takes the internet away.
 */
function isOurFault(text: string): boolean {
  return !/status of 4\d\d|net::ERR_INTERNET_DISCONNECTED/.test(text);
}

async function expectFitForPeople(page: Page, javaScript: boolean) {
  const sideways = await page
    .locator('html')
    .evaluate((html) => html.scrollWidth - html.clientWidth)
    .catch(() => 0);
  expect(sideways, `sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(0);
  if (!javaScript) return;
  expect(await axeFaults(page), `axe on ${page.url()}`).toEqual([]);
}
