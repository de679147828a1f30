import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TicketId } from '~/shared/ids';
import { makeOrder, nextBrowser, readTicket } from '../factories/orders';
import { makeWallet, readAccount } from '../factories/wallet';
import { type BoardWorld, linkSays, openBoardWorld, soon, unsent } from './steps/board-phone';
import { everythingIsSent, tapsAsPerson } from './steps/stall-cooks';

let { server, stall, openPhone, everythingAddsUp, close } = {} as BoardWorld;

beforeAll(async () => {
  ({ server, stall, openPhone, everythingAddsUp, close } = await openBoardWorld());
}, 120_000);

afterAll(() => close());

const cardOf = (page: Page, number: number) => page.locator(`#bon-${number}`);
const inColumn = (page: Page, state: string, number: number) =>
  page.locator(`.board-column-${state} #bon-${number}`).waitFor();

async function order({ cash = false }: { cash?: boolean } = {}) {
  const wallet = cash ? null : await makeWallet(server.world, { balance: 100_000 });
  const made = await makeOrder(server.world, [stall], wallet ? { wallet } : { browser: nextBrowser() });
  const id = made.tickets[0]!;
  const { pickup_number: number } = await readTicket(server.world, id);
  return { id, number, wallet, orderId: made.orderId };
}

const stateOf = async (id: TicketId) => (await readTicket(server.world, id)).state;

async function stepsOf(id: TicketId) {
  const rows = await server.world.db
    .selectFrom('order_ticket_change')
    .select('to_state')
    .where('ticket_id', '=', id)
    .orderBy('line')
    .execute();
  return rows.map((row) => row.to_state);
}

it('a new order comes by itself, is counted in the title and said, and its buttons do not move the page', {
  timeout: 120_000,
}, async () => {
  const phone = await openPhone();
  const { page } = phone;
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  const { id, number } = await order();
  await inColumn(page, 'placed', number);
  expect(await page.title()).toMatch(/^\(\d+\) Pesanan/);
  await page
    .locator('stall-board [data-said]')
    .filter({ hasText: `Pesanan baru, nomor ${number}.` })
    .waitFor({ state: 'attached' });
  // A fold stays open when the queue is replaced.
  await cardOf(page, number).getByText('Tolak pesanan').click();
  const other = await order();
  await inColumn(page, 'placed', other.number);
  await cardOf(page, number).getByRole('button', { name: 'Alat bermasalah' }).waitFor();
  await phone.look();
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await inColumn(page, 'accepted', number);
  await soon(() => stateOf(id)).toBe('accepted');
  expect(await page.evaluate(() => document.body.hasAttribute('data-same-page'))).toBe(true);
  // The customer cancels: it leaves the queue and is told.
  await server.send(`/pesanan/${other.orderId}/batal`, { form: { bagian: other.id } });
  await page
    .locator('stall-board [data-said]')
    .filter({ hasText: `Pesanan ${other.number} dibatalkan pelanggan.` })
    .waitFor({ state: 'attached' });
  await phone.close();
});

it('without internet each step is shown at once, survives a reload, and counts once when the internet is back', {
  timeout: 180_000,
}, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const { id, number, wallet } = await order();
  await inColumn(page, 'placed', number);

  // Before accept.
  await phone.cut();
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 10 menit lagi siap` }));
  await inColumn(page, 'accepted', number);
  await linkSays(page, /^Tidak ada internet, antrean terakhir \d\d\.\d\d$/);
  await cardOf(page, number).getByText('Belum terkirim').waitFor();
  expect(await unsent(page).count()).toBe(1);
  await phone.look();
  expect(await stateOf(id)).toBe('placed');
  await page.reload();
  await inColumn(page, 'accepted', number);
  await cardOf(page, number).getByText('Belum terkirim').waitFor();
  await phone.look();
  await phone.mend();
  await soon(() => stateOf(id)).toBe('accepted');
  await linkSays(page, 'Tersambung');
  await inColumn(page, 'accepted', number);
  await everythingIsSent(page);

  // After the tap, before its answer.
  await phone.loseAnswers();
  await tapsAsPerson(page.getByRole('button', { name: `Pesanan ${number} siap diambil` }));
  await inColumn(page, 'ready', number);
  await soon(() => stateOf(id)).toBe('ready');
  await cardOf(page, number).getByText('Belum terkirim').waitFor();
  await phone.mend();
  await everythingIsSent(page);

  // Before hand-over, and the phone is switched off and on.
  await phone.cut();
  await tapsAsPerson(page.getByRole('button', { name: `Serahkan pesanan ${number}` }));
  await cardOf(page, number).getByText('Sudah diambil').waitFor();
  await page.reload();
  await cardOf(page, number).getByText('Sudah diambil').waitFor();
  await phone.mend();
  await soon(() => stateOf(id)).toBe('handed_over');
  await cardOf(page, number).waitFor({ state: 'detached' });
  expect(await stepsOf(id)).toEqual(['placed', 'accepted', 'ready', 'handed_over']);
  expect(await readAccount(server.world, wallet!.accountId)).toMatchObject({ balance: 90_000, held: 0 });
  await everythingAddsUp();
  await phone.close();
});

it('a whole ticket tapped without internet, cash and all, arrives in its order', { timeout: 120_000 }, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const { id, number } = await order({ cash: true });
  await inColumn(page, 'awaiting_cash', number);
  await phone.cut();
  await cardOf(page, number)
    .getByRole('button', { name: /^Lunas/ })
    .click();
  await inColumn(page, 'placed', number);
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await inColumn(page, 'accepted', number);
  await tapsAsPerson(page.getByRole('button', { name: `Pesanan ${number} siap diambil` }));
  await inColumn(page, 'ready', number);
  await tapsAsPerson(page.getByRole('button', { name: `Serahkan pesanan ${number}` }));
  expect(await stateOf(id)).toBe('awaiting_cash');
  await page.reload();
  await phone.mend();
  await soon(() => stateOf(id)).toBe('handed_over');
  expect(await stepsOf(id)).toEqual(['awaiting_cash', 'placed', 'accepted', 'ready', 'handed_over']);
  await everythingAddsUp();
  await phone.close();
});

it('a tap that the customer’s cancelling overtook is listed until somebody has read it', {
  timeout: 120_000,
}, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const { id, number, orderId } = await order();
  await inColumn(page, 'placed', number);
  await phone.cut();
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await inColumn(page, 'accepted', number);
  await server.send(`/pesanan/${orderId}/batal`, { form: { bagian: id } });
  await phone.mend();
  const listed = page.locator('.tap-differences li');
  await listed
    .filter({ hasText: new RegExp(`Nomor ${number}: Anda menerima, ternyata dibatalkan pelanggan`) })
    .waitFor();
  await phone.look();
  await page.getByRole('button', { name: 'Sudah saya baca' }).click();
  await listed.first().waitFor({ state: 'detached' });
  expect(await stateOf(id)).toBe('cancelled');
  await everythingAddsUp();
  await phone.close();
});

it('two phones of one stall: what one did while the other had no internet is done once and not told as wrong', {
  timeout: 120_000,
}, async () => {
  const [one, two] = [await openPhone(), await openPhone()];
  const { id, number } = await order();
  for (const { page } of [one, two]) await inColumn(page, 'placed', number);
  await one.cut();
  await tapsAsPerson(one.page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await inColumn(one.page, 'accepted', number);
  await tapsAsPerson(two.page.getByRole('button', { name: `Terima pesanan ${number}, 15 menit lagi siap` }));
  await inColumn(two.page, 'accepted', number);
  await soon(() => stateOf(id)).toBe('accepted');
  await tapsAsPerson(two.page.getByRole('button', { name: `Pesanan ${number} siap diambil` }));
  await soon(() => stateOf(id)).toBe('ready');
  await one.mend();
  await inColumn(one.page, 'ready', number);
  await everythingIsSent(one.page);
  expect(await one.page.locator('.tap-differences').count()).toBe(0);
  expect(await stepsOf(id)).toEqual(['placed', 'accepted', 'ready']);
  for (const phone of [one, two]) await phone.close();
});

it('a phone that was signed out keeps its taps and says what to do', { timeout: 120_000 }, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const { id, number } = await order();
  await inColumn(page, 'placed', number);
  await phone.context.clearCookies();
  await tapsAsPerson(page.getByRole('button', { name: `Terima pesanan ${number}, 5 menit lagi siap` }));
  await linkSays(page, 'Masuk lagi supaya ketukan terkirim');
  await page.locator('board-link').getByRole('link', { name: 'Masuk lagi' }).waitFor();
  expect(await unsent(page).count()).toBe(1);
  expect(await stateOf(id)).toBe('placed');
  await phone.look();
  await phone.close();
});
