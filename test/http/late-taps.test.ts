import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecretId, type TicketId } from '~/shared/ids';
import { signInPerson } from '../factories/identity';
import { makeOrder, nextBrowser, readTicket } from '../factories/orders';
import { makeOpenFestival, type OpenStall, readStockRow } from '../factories/stalls';
import { makeWallet } from '../factories/wallet';
import { startServer, type TestServer } from '../setup/server';

interface SentTap {
  id: string;
  ago: number;
  to: string;
  fields: string[][];
}

const tap = (to: string, fields: Record<string, string> = {}, more: Partial<SentTap> = {}): SentTap => ({
  id: newSecretId('tap'),
  ago: 0,
  to,
  fields: Object.entries(fields),
  ...more,
});

describe.each(['sqlite', 'postgres'] as const)('taps of a board over HTTP (%s)', (engine) => {
  let server: TestServer;
  let stall: OpenStall;
  let other: OpenStall;
  let base = '';
  let session = '';

  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
    const wishes = { portions: 40, cookedAtOnce: 20 };
    const festival = await makeOpenFestival(server.world, [wishes, wishes]);
    stall = festival.stalls[0]!;
    other = festival.stalls[1]!;
    base = `/papan/${stall.participationId}`;
    session = await signInPerson(server.world, stall.ownerId);
  });
  afterAll(() => server.stop());

  const sendBody = (body: string, headers: Record<string, string> = {}, path = `${base}/susulan`) =>
    server.send(path, {
      session,
      method: 'POST',
      body,
      headers: { Origin: server.origin, 'Content-Type': 'application/json', ...headers },
    });
  const sendTaps = async (...taps: SentTap[]) => {
    const answer = await sendBody(JSON.stringify({ taps }));
    expect(answer.status, answer.text).toBe(200);
    expect(answer.headers['cache-control']).toContain('no-store');
    return (JSON.parse(answer.text) as { answers: { id: string; outcome: string; text: string | null }[] }).answers;
  };
  const ticketOf = async (at: OpenStall) => {
    const wallet = await makeWallet(server.world, { balance: 100_000 });
    return (await makeOrder(server.world, [at], { wallet })).tickets[0]!;
  };
  const stateOf = async (id: TicketId) => (await readTicket(server.world, id)).state;

  it('are done in order, answered the same when sent again, and say what the cashier must know', async () => {
    const id = await ticketOf(stall);
    const cash = (await makeOrder(server.world, [stall], { browser: nextBrowser() })).tickets[0]!;
    const taps = [
      tap(`/bon/${id}/terima`, { menit: '5' }, { ago: 120_000 }),
      tap(`/bon/${id}/siap`),
      tap(`/bon/${cash}/lunas`),
      tap(`/bon/${cash}/tolak`, { alasan: 'other' }),
    ];
    const answers = await sendTaps(...taps);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(answers[3]?.text).toContain('Kembalikan uang tunainya sekarang');
    expect(await sendTaps(...taps)).toEqual(answers);
    expect([await stateOf(id), await stateOf(cash)]).toEqual(['ready', 'refused']);
  });

  it('that differ stand on the board with what was found, until "Sudah saya baca"', async () => {
    const id = await ticketOf(stall);
    const { order_id: orderId, pickup_number: number } = await readTicket(server.world, id);
    await server.send(`/pesanan/${orderId}/batal`, { form: { bagian: id } });
    expect(await stateOf(id)).toBe('cancelled');
    await sendTaps(tap(`/bon/${id}/siap`, {}, { ago: 5 * 60_000 }));
    const board = await server.send(base, { session });
    expect(board.text).toMatch(
      new RegExp(
        `Saat HP tidak terhubung \\(09\\.5\\d\\):.*Nomor ${number}: Anda menandai siap, ternyata dibatalkan pelanggan 10\\.0\\d`,
      ),
    );
    expect((await server.send(`/en${base}`, { session })).text).toContain('you marked it ready');
    const until = /name="sampai" value="(\d+)"/.exec(board.text)?.[1] ?? '';
    const read = await server.send(`${base}/susulan/dibaca`, { session, form: { sampai: until } });
    expect(read.status).toBe(303);
    expect((await server.send(base, { session })).text).not.toContain('Berbeda dari ketukan');
    expect((await server.send(`${base}/susulan/dibaca`, { session, form: { sampai: 'kemarin' } })).status).toBe(404);
  });

  it('with another stall’s ticket or dish change nothing there', async () => {
    const theirs = await ticketOf(other);
    const before = await readTicket(server.world, theirs);
    const answers = await sendTaps(
      ...['terima', 'siap', 'serahkan', 'tolak', 'lunas'].map((step) =>
        tap(`/bon/${theirs}/${step}`, { menit: '5', alasan: 'sold_out' }),
      ),
      tap(`/stok/${other.listings[0]}/habis`, { tindakan: 'habis' }),
      tap('/pesanan-di-stan', { pesanan: newSecretId('ord'), [`jumlah-${other.listings[0]}`]: '1' }),
    );
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['differs']));
    expect(await readTicket(server.world, theirs)).toEqual(before);
    expect((await readStockRow(server.world, other))?.sold_out_at).toBeNull();
    const away = await sendBody(
      JSON.stringify({ taps: [tap(`/bon/${theirs}/siap`)] }),
      {},
      `/papan/${other.participationId}/susulan`,
    );
    expect(away.status).toBe(404);
  });

  it('that are no taps, too many, foreign, of another type or too long are refused whole', async () => {
    const id = await ticketOf(stall);
    const good = tap(`/bon/${id}/terima`, { menit: '5' });
    const bodies = [
      '',
      '{',
      '[]',
      '{}',
      JSON.stringify({ taps: [] }),
      JSON.stringify({ taps: [{ ...good, id: 'tap_1' }] }),
    ];
    const many = JSON.stringify({ taps: Array.from({ length: 21 }, () => tap(`/bon/${id}/siap`)) });
    for (const body of [...bodies, many]) expect((await sendBody(body)).status, body).toBe(400);
    const body = JSON.stringify({ taps: [good] });
    expect((await sendBody(body, { Origin: 'http://evil.test' })).status).toBe(403);
    expect((await sendBody(body, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await sendBody(body + ' '.repeat(64 * 1024))).status).toBe(413);
    expect((await server.send(`${base}/susulan`, { session, form: { taps: body } })).status).toBe(415);
    // JSON goes to this one address only.
    expect((await sendBody('{}', {}, `${base}/bon/${id}/terima`)).status).toBe(415);
    expect(await stateOf(id)).toBe('placed');
  });

  it('of a heartbeat are answered without a page, and a sale written on paper keeps its number', async () => {
    expect((await server.send(`${base}/detak`, { session, form: {} })).status).toBe(204);
    const rows = await server.world.db.selectFrom('stall_heartbeat').selectAll().execute();
    expect(rows.map((row) => row.participation_id)).toEqual([stall.participationId]);
    const sell = (form: Record<string, string>) =>
      server.send(`${base}/pesanan-di-stan`, {
        session,
        form: { pesanan: newSecretId('ord'), [`jumlah-${stall.listings[0]}`]: '1', ...form },
      });
    const wrong = await sell({ kertas: 'A12', pukul: 'tadi' });
    expect([
      wrong.status,
      wrong.text.includes('Tulis jam penjualan di kertas dengan angka'),
      wrong.text.includes('value="A12"'),
    ]).toEqual([422, true, true]);
    expect((await sell({ pukul: '9.30' })).text).toContain('Isi nomor kertasnya juga');
    expect((await sell({ kertas: 'A12', pukul: '23.50' })).text).toContain('Jam jualnya belum lewat');
    expect((await sell({ kertas: 'a12', pukul: '9.30' })).status).toBe(303);
    const board = await server.send(base, { session });
    expect(board.text).toContain('kertas A12');
    const twice = await sell({ kertas: 'A12' });
    expect([twice.status, twice.text.includes('Nomor kertas A12 sudah dicatat sebagai nomor')]).toEqual([409, true]);
    const ticketId = /id="bon-(\d+)"[^>]*>(?:(?!<li).)*kertas A12(?:(?!<li).)*\/bon\/(tkt_[0-9a-z]{26})/s.exec(
      board.text,
    )?.[2];
    expect((await server.send(`${base}/bon/${ticketId}`, { session })).text).toContain('kertas A12, dijual 09.30');
  });
});
