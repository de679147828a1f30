import { afterAll, beforeAll, expect, it } from 'vitest';
import { readStockRow } from '../factories/stalls';
import { type BoardWorld, linkSays, openBoardWorld, soon, unsent } from './steps/board-phone';
import { tapsAsPerson } from './steps/stall-cooks';

let { server, stall, base, openPhone, everythingAddsUp, close } = {} as BoardWorld;

beforeAll(async () => {
  ({ server, stall, base, openPhone, everythingAddsUp, close } = await openBoardWorld());
}, 120_000);

afterAll(() => close());

it('a counter sale that meets a dead network is kept with its paper number, and recorded once', {
  timeout: 180_000,
}, async () => {
  const phone = await openPhone();
  const { page } = phone;
  const before = (await readStockRow(server.world, stall))?.portions_left ?? 0;
  await page.goto(`${base}/pesanan-di-stan`);
  await linkSays(page, 'Tersambung');
  const sell = async (paper: string | null) => {
    await page
      .locator('.counter-dish')
      .first()
      .getByRole('button', { name: /^Tambah 1/ })
      .click();
    if (paper !== null) await page.getByLabel('Nomor kertas').fill(paper);
    await page.getByRole('button', { name: 'Terima uang dan pesan' }).click();
  };
  const sales = async () => {
    const rows = await server.world.db
      .selectFrom('order_header')
      .select('id')
      .where('source', '=', 'counter')
      .execute();
    return rows.length;
  };

  // Answered: the number stands there, and the page is ready for the next.
  await sell(null);
  await page.getByText(/^Nomor \d+, ambil/).waitFor();
  expect(await sales()).toBe(1);
  await phone.look();

  // The network dies while the sale is on its way: it was recorded, and the phone does not know.
  await phone.loseAnswers();
  await sell(null);
  await page.getByText('Tersimpan di HP ini. Terima Rp10.000.').waitFor();
  await soon(sales).toBe(2);
  const lateAnswer = await phone.mendSlowly();
  await lateAnswer.isAnswered;

  // No network from the beginning, a paper number, and the phone is switched off and on.
  await phone.cut();
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await linkSays(page, 'Tidak ada internet');
  await sell('A12');
  await page.getByText('Tersimpan di HP ini. Terima Rp10.000, beri pelanggan kertas A12.').waitFor();
  // What the server said of the sale before comes only now, and takes no word of this one away.
  lateAnswer.letIn();
  await page.getByText(/Tersimpan di HP ini\. .* kertas A12\. Nomor 2/).waitFor();
  expect(await page.getByLabel('Nomor kertas').inputValue()).toBe('A13');
  await phone.look();
  await page.reload();
  await unsent(page).filter({ hasText: 'Pesanan di stan A12' }).waitFor();
  expect(await sales()).toBe(2);
  await phone.mend();
  await soon(sales).toBe(3);
  // The true page takes the kept one's place by itself; only then somebody goes on to the queue.
  await page.locator('board-link:not([data-kept])').waitFor();
  await page.goto(base);
  await page.locator('.bon-paper', { hasText: 'kertas A12' }).waitFor();
  expect((await readStockRow(server.world, stall))?.portions_left).toBe(before - 3);
  await everythingAddsUp();
  await phone.close();
});

it('"Habis" on the stock list works without internet and is true when it is back', { timeout: 120_000 }, async () => {
  const phone = await openPhone();
  const { page } = phone;
  await page.goto(`${base}/stok`);
  await linkSays(page, 'Tersambung');
  await phone.cut();
  const dish = page.locator('.stock-dish').first();
  await tapsAsPerson(dish.getByRole('button', { name: /^Tandai .* habis$/ }));
  await dish.getByText('Belum terkirim').waitFor();
  await page.reload();
  await dish.getByRole('button', { name: /^Jual .* lagi$/ }).waitFor();
  await phone.look();
  expect((await readStockRow(server.world, stall))?.sold_out_at).toBeNull();
  await phone.mend();
  await soon(async () => (await readStockRow(server.world, stall))?.sold_out_at).not.toBeNull();
  await tapsAsPerson(dish.getByRole('button', { name: /^Jual .* lagi$/ }));
  await soon(async () => (await readStockRow(server.world, stall))?.sold_out_at).toBeNull();
  await phone.close();
});
