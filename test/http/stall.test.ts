import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecretId } from '~/shared/ids';
import { signInPerson } from '../factories/identity';
import { makeOrder, nextBrowser, readTicket } from '../factories/orders';
import { makeOpenFestival, type OpenStall, readStockRow } from '../factories/stalls';
import { makeWallet, readAccount } from '../factories/wallet';
import { startServer, type TestServer } from '../setup/server';

describe.each(['sqlite', 'postgres'] as const)('the stall board over HTTP (%s)', (engine) => {
  let server: TestServer;
  let stall: OpenStall;
  let base = '';
  let session = '';

  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
    const festival = await makeOpenFestival(server.world, [
      { stallName: 'Pempek Cek Siti', portions: 40, cookedAtOnce: 20 },
    ]);
    stall = festival.stalls[0]!;
    base = `/papan/${stall.participationId}`;
    session = await signInPerson(server.world, stall.ownerId);
  });
  afterAll(() => server.stop());

  const post = (path: string, form: Record<string, string> = {}) => server.send(`${base}${path}`, { session, form });
  const newsOf = (answer: { headers: { location?: string } }) =>
    new URL(answer.headers.location ?? '', 'http://x').searchParams.get('kabar');

  it('cooks an order in three taps, each followed by the board again', async () => {
    const wallet = await makeWallet(server.world, { balance: 100_000 });
    const { tickets } = await makeOrder(server.world, [stall], { wallet, quantity: 2 });
    const board = await server.send(base, { session });
    expect(board.text).toContain('Menunggu diterima');
    expect(board.headers['cache-control']).toContain('no-store');
    const bon = `/bon/${tickets[0]}`;
    expect((await server.send(`${base}${bon}`, { session })).text).toContain('bon dapur');
    expect(newsOf(await post(`${bon}/terima`, { menit: '10' }))).toBe('accepted');
    expect(newsOf(await post(`${bon}/siap`))).toBe('ready');
    expect(newsOf(await post(`${bon}/serahkan`))).toBe('handed_over');
    expect(await readAccount(server.world, wallet.accountId)).toMatchObject({ balance: 80_000, held: 0 });
    const again = await post(`${bon}/serahkan`);
    expect(newsOf(again)).toBe('ticket_moved');
    expect((await server.send(again.headers.location ?? '', { session })).text).toContain('sudah diambil');
  });

  it('refuses a ticket with its reason, and the customer’s page says the money is back', async () => {
    const wallet = await makeWallet(server.world, { balance: 100_000 });
    const { orderId, tickets } = await makeOrder(server.world, [stall], { wallet });
    expect(newsOf(await post(`/bon/${tickets[0]}/tolak`, { alasan: 'equipment' }))).toBe('refused');
    expect(await readAccount(server.world, wallet.accountId)).toMatchObject({ held: 0 });
    expect((await server.send(`/pesanan/${orderId}`)).text).toContain('Rp10.000');
  });

  it('takes cash once, and says to hand it back when the order is refused after that', async () => {
    const { tickets } = await makeOrder(server.world, [stall], { browser: nextBrowser() });
    expect(newsOf(await post(`/bon/${tickets[0]}/lunas`))).toBe('paid');
    expect(newsOf(await post(`/bon/${tickets[0]}/lunas`))).toBe('ticket_moved');
    const refused = await post(`/bon/${tickets[0]}/tolak`, { alasan: 'too_busy' });
    expect((await server.send(refused.headers.location ?? '', { session })).text).toContain(
      'Kembalikan uang tunainya sekarang',
    );
  });

  it('sells across the counter once, however often the button is tapped', async () => {
    const page = await server.send(`${base}/pesanan-di-stan`, { session });
    const pesanan = /name="pesanan" value="(ord_[0-9a-z]{26})"/.exec(page.text)?.[1] ?? '';
    const before = await readStockRow(server.world, stall);
    const form = { pesanan, [`jumlah-${stall.listings[0]}`]: '3' };
    const sold = await post('/pesanan-di-stan', form);
    const twice = await post('/pesanan-di-stan', form);
    expect(sold.status).toBe(303);
    expect(twice.headers.location).toBe(sold.headers.location);
    expect((await server.send(sold.headers.location ?? '', { session })).text).toContain('Rp30.000');
    expect((await readStockRow(server.world, stall))?.portions_left).toBe((before?.portions_left ?? 0) - 3);
    const empty = await post('/pesanan-di-stan', { pesanan: newSecretId('ord') });
    expect([empty.status, empty.text.includes('Pilih menu dulu')]).toEqual([422, true]);
  });

  it('counts portions, keeps what was typed when a number is wrong, and marks dishes sold out', async () => {
    const dish = `/stok/${stall.listings[0]}`;
    const wrong = await post(dish, { sisa: 'banyak', harga: '12.000' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="banyak"');
    expect(wrong.text).toContain('Tulis porsi dengan angka');
    expect((await post(dish, { sisa: '25', harga: '12.000' })).status).toBe(303);
    expect(await readStockRow(server.world, stall)).toMatchObject({ portions_left: 25 });
    expect(newsOf(await post(`${dish}/habis`, { tindakan: 'habis' }))).toBe('sold_out');
    expect((await readStockRow(server.world, stall))?.sold_out_at).not.toBeNull();
    expect(newsOf(await post(`${dish}/habis`, { tindakan: 'ada' }))).toBe('back');
    expect((await post('/stok/999/habis', { tindakan: 'habis' })).status).toBe(404);
  });

  it('pauses and opens again, closes the day, and shows the slip with its rule', async () => {
    expect(newsOf(await post('/jeda', { tindakan: 'jeda' }))).toBe('paused');
    expect((await server.send(base, { session })).text).toContain('Tutup sementara sampai');
    expect(newsOf(await post('/jeda', { tindakan: 'buka' }))).toBe('resumed');
    expect(newsOf(await post('/tutup'))).toBe('closed');
    const sales = `/usaha/${stall.merchantId}/penjualan`;
    expect((await server.send(sales, { session })).text).toContain('Ditutup');
    const slip = await server.send(`${sales}/${stall.participationId}/${stall.day}`, { session });
    for (const words of ['Total terjual', 'Anda terima di dompet usaha', 'Berlaku sejak', 'Sumber:'])
      expect(slip.text).toContain(words);
    const ticketId = /name="pesanan" value="(tkt_[0-9a-z]{26})"/.exec(slip.text)?.[1] ?? '';
    const refund = (jumlah: string) =>
      server.send(`${sales}/${stall.participationId}/${stall.day}/kembali`, {
        session,
        form: { pesanan: ticketId, kunci: 'abcdefghij_1', jumlah },
      });
    const tooMuch = await refund('900.000');
    expect([tooMuch.status, tooMuch.text.includes('Paling banyak Rp20.000')]).toEqual([422, true]);
    expect((await refund('5.000')).status).toBe(303);
    expect((await refund('5.000')).status).toBe(303);
    expect(await readTicket(server.world, ticketId as `tkt_${string}`)).toMatchObject({ refunded: 5_000 });
  });
});
