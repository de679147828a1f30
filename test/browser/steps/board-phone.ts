import type { Browser, BrowserContext, Page, Route } from '@playwright/test';
import { expect } from 'vitest';
import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import { makePerson, signInPerson } from '../../factories/identity';
import { makeOpenFestival, type OpenStall } from '../../factories/stalls';
import { brokenDay } from '../../load/day-invariants';
import { openBrowser, openVisitor, type Visitor } from '../../setup/browser';
import { startServer, type TestServer } from '../../setup/server';

const ALL_OF_BOARD = '**/papan/**';

/** A stall on its first festival day, and the site it is on. */
export interface BoardWorld {
  server: TestServer;
  stall: OpenStall;
  /** Address of its board. */
  base: string;
  /** A phone of the stall with its board open. */
  openPhone: () => Promise<BoardPhone>;
  everythingAddsUp: () => Promise<void>;
  close: () => Promise<void>;
}

export interface BoardPhone extends Visitor {
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  /** The network is back; the answer to the taps that are then sent is on its way until it is let in. */
  mendSlowly: () => Promise<{ isAnswered: Promise<void>; letIn: () => void }>;
  /** Lets requests through and drops what comes back. */
  loseAnswers: () => Promise<void>;
}

/** On PostgreSQL, so that what the test itself writes reaches the board's stream in the other process. */
export async function openBoardWorld(): Promise<BoardWorld> {
  const browser = await openBrowser();
  const server = await startServer('postgres', { env: { ROLE: 'web' } });
  const { stalls } = await makeOpenFestival(server.world, [{ portions: 90, cookedAtOnce: 40 }]);
  const stall = stalls[0]!;
  const base = `/papan/${stall.participationId}`;
  return {
    ...{ server, stall, base },
    openPhone: () => openPhone({ browser, server, stall, base }),
    everythingAddsUp: async () => {
      expect(await brokenDay(server.world.db)).toEqual([]);
      expect(await readBrokenInvariants(server.world.db)).toEqual([]);
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

interface Opening {
  browser: Browser;
  server: TestServer;
  stall: OpenStall;
  base: string;
}

async function openPhone({ browser, server, stall, base }: Opening): Promise<BoardPhone> {
  const visitor = await openVisitor(browser, server.origin);
  const { context, page } = visitor;
  const role = { scopeKind: 'merchant', scopeId: stall.merchantId, role: 'cashier' } as const;
  const { personId } = await makePerson(server.world, { role });
  const value = await signInPerson(server.world, personId);
  await context.addCookies([{ name: 'sesi', value, url: server.origin, httpOnly: true }]);
  const shell = (await server.send('/papan-luring')).text;
  await page.goto(base);
  await linkSays(page, 'Tersambung');
  const mend = async () => {
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await page.evaluate(() => dispatchEvent(new Event('online')));
  };
  return {
    ...visitor,
    cut: () => cutNetwork(context, shell),
    mend,
    mendSlowly: async () => {
      let letIn = () => {};
      const isLetIn = new Promise<void>((resolve) => {
        letIn = resolve;
      });
      let begin = () => {};
      const isAnswered = new Promise<void>((resolve) => {
        begin = resolve;
      });
      // In place before the others go, so that no tap slips through between.
      const hold = async (route: Route) => {
        const response = await route.fetch();
        begin();
        await isLetIn;
        await route.fulfill({ response });
      };
      await context.route('**/susulan', hold, { times: 1 });
      await context.unroute(ALL_OF_BOARD);
      await page.evaluate(() => dispatchEvent(new Event('online')));
      return { isAnswered, letIn };
    },
    loseAnswers: async () => {
      await context.route(ALL_OF_BOARD, async (route) => {
        if (route.request().method() === 'POST') await route.fetch().catch(() => undefined);
        await route.abort('internetdisconnected');
      });
    },
  };
}

/** No internet, and what a service worker keeps on the phone: built files and the page of the board without internet. */
async function cutNetwork(context: BrowserContext, shell: string): Promise<void> {
  await context.route('**/*', (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: shell });
    if (new URL(request.url()).pathname.startsWith('/assets/')) return route.continue();
    return route.abort('internetdisconnected');
  });
}

export const linkSays = (page: Page, text: string | RegExp) =>
  page.locator('board-link [data-link-text]').filter({ hasText: text }).waitFor();

export const unsent = (page: Page) => page.locator('[data-link-unsent-list] li');

/** What comes by itself; how fast is not asked here. */
export const soon: typeof expect.poll = (read, options) => expect.poll(read, { timeout: 30_000, ...options });
