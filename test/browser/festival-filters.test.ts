import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOpenFestival } from '../factories/stalls';
import { openBrowser, openVisitor } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

let browser: Browser;
let server: TestServer;
let path: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer('sqlite', { env: { ROLE: 'web' } });
  const priced = (price: number, name: string) => ({ dishes: [{ name, price }] });
  const { slug } = await makeOpenFestival(server.world, [
    priced(8_000, 'Pempek Lenjer'),
    priced(14_000, 'Mi Celor'),
    priced(25_000, 'Pindang Patin'),
  ]);
  path = `/festival/${slug}`;
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const found = (page: Page, heading: string) => page.getByRole('heading', { name: heading, exact: true }).waitFor();
const isSamePage = (page: Page) => page.evaluate(() => document.body.hasAttribute('data-same-page'));

it('filters count as they are touched, with the fold in hand; the way back is one step', {
  timeout: 60_000,
}, async () => {
  const visitor = await openVisitor(browser, server.origin);
  const { page } = visitor;
  await page.goto(path);
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  await page.locator('.filters summary').click();
  await page.getByLabel('Harga paling tinggi').selectOption('15000');
  await found(page, '2 menu');
  expect(page.url()).toBe(`${server.origin}${path}?harga=15000`);
  await page.getByText('1 filter aktif').waitFor();
  await page.getByLabel('Lapak yang buka sekarang').check();
  await page.getByText('2 filter aktif').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('buka');
  await page.getByLabel('Harga paling tinggi').selectOption('10000');
  await found(page, '1 menu');
  await page.locator('[data-found-said]').filter({ hasText: '1 menu' }).waitFor({ state: 'attached' });
  await visitor.look();

  // Applied: the fold closes and the list is where one stands.
  await page.getByRole('button', { name: 'Terapkan filter' }).click();
  await page.getByRole('button', { name: 'Terapkan filter' }).waitFor({ state: 'hidden' });
  await found(page, '1 menu');
  expect(await page.getByText('Pempek Lenjer').count()).toBeGreaterThan(0);
  expect(await page.getByText('Mi Celor').count()).toBe(0);
  await page.goBack();
  await page.goBack();
  await found(page, '3 lapak');
  expect(page.url()).toBe(server.origin + path);
  await page.goForward();
  await found(page, '1 menu');
  expect(await isSamePage(page)).toBe(true);

  // The same address says the same to somebody else.
  await page.reload();
  await found(page, '1 menu');
  await visitor.close();
});

it('of two answers on their way the last one asked for counts; without an answer the browser goes there itself', {
  timeout: 60_000,
}, async () => {
  const visitor = await openVisitor(browser, server.origin);
  const { page, context } = visitor;
  await page.goto(path);
  let letIn = () => {};
  const held = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await context.route('**/*harga=10000', async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('.filters summary').click();
  const late = page.waitForResponse(/harga=10000/);
  await page.getByLabel('Harga paling tinggi').selectOption('10000');
  await page.getByLabel('Harga paling tinggi').selectOption('50000');
  await found(page, '3 menu');
  letIn();
  await late;
  await found(page, '3 menu');
  expect(page.url()).toContain('harga=50000');

  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  await context.route('**/*saring=buka*', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.fulfill({ status: 503, body: '' }),
  );
  const gone = page.waitForNavigation({ url: /saring=buka/ });
  await page.getByLabel('Lapak yang buka sekarang').click();
  await gone;
  await found(page, '3 menu');
  expect(await isSamePage(page)).toBe(false);
  await visitor.close();
});
