import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson, signInPerson } from '../factories/identity';
import { makeOpenFestival, type OpenFestival } from '../factories/stalls';
import { openBrowser, openVisitor } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';
import { WORLD_BEGINS } from '../setup/world';

const MINUTE = 60_000;

let browser: Browser;
let server: TestServer;
let festival: OpenFestival;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer('sqlite');
  festival = await makeOpenFestival(server.world, [{}]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('a board that went dark sends customers to the stall, and takes their orders again when it is back', {
  timeout: 120_000,
}, async () => {
  const [stall] = festival.stalls;
  if (!stall) throw new Error('a stall is needed');
  const role = { scopeKind: 'merchant', scopeId: stall.merchantId, role: 'cashier' } as const;
  const session = await signInPerson(server.world, (await makePerson(server.world, { role })).personId);
  const board = `/papan/${stall.participationId}`;
  const menu = `/festival/${festival.slug}/lapak/${stall.slug}`;
  const sent = `Pesan dan bayar di stan ${stall.booth}.`;
  const cashier = await openVisitor(browser, server.origin);
  await cashier.context.addCookies([{ name: 'sesi', value: session, url: server.origin }]);
  const customer = await openVisitor(browser, server.origin);

  server.moveClock(WORLD_BEGINS + MINUTE);
  await cashier.visit(board);
  await customer.visit(menu);
  expect(await customer.page.getByText(sent).count()).toBe(0);
  expect(await customer.page.getByRole('button', { name: /^Tambah/ }).count()).toBeGreaterThan(0);

  // Her phone is off: no page of hers gives a sign any more.
  await cashier.page.goto('about:blank');
  server.moveClock(WORLD_BEGINS + 3 * MINUTE);
  await expect
    .poll(async () => (await server.send(menu)).text.includes(sent), { timeout: 30_000, interval: 250 })
    .toBe(true);
  await customer.visit(menu);
  expect(await customer.page.getByText(sent).isVisible()).toBe(true);

  await cashier.visit(board);
  await expect
    .poll(async () => (await server.send(menu)).text.includes(sent), { timeout: 30_000, interval: 250 })
    .toBe(false);
  await cashier.close();
  await customer.close();
});
