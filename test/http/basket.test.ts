import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markSoldOut } from '~/domain/stalls/mark-sold-out.server';
import { setFestivalPrice } from '~/domain/stalls/set-festival-price.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import type { OrderId } from '~/shared/ids';
import { MINUTE_MS } from '~/shared/time';
import { makePerson, signInPerson } from '../factories/identity';
import { SIZE_AND_TOPPINGS } from '../factories/menus';
import { accepted as granted } from '../factories/merchants';
import { readTickets } from '../factories/orders';
import { makeOpenFestival, type OpenFestival, type OpenStall } from '../factories/stalls';
import { fillWallet, readAccount } from '../factories/wallet';
import { type Answer, startServer, type TestServer } from '../setup/server';

const PIN = '748391';

describe.each(['sqlite', 'postgres'] as const)('basket and order over HTTP (%s)', (engine) => {
  let server: TestServer;
  let festival: OpenFestival;
  let one: OpenStall;
  let two: OpenStall;
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
    festival = await makeOpenFestival(server.world, [
      { dishes: [{ name: 'Tekwan' }, { name: 'Mie celor', groups: SIZE_AND_TOPPINGS }, { name: 'Model' }] },
      { dishes: [{ name: 'Es kacang', price: 8_000 }] },
    ]);
    [one, two] = festival.stalls as [OpenStall, OpenStall];
  }, 120_000);
  afterAll(() => server.stop());

  /** A browser: keeps cookies, sends our own forms. */
  function browser(session?: string) {
    const jar = new Map<string, string>(session ? [['sesi', session]] : []);
    const visit = async (path: string, form?: Record<string, string>): Promise<Answer> => {
      const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await server.send(path, { form, headers: Cookie ? { Cookie } : {} });
      for (const each of answer.headers['set-cookie'] ?? []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
        if (/Max-Age=0/.test(each)) jar.delete(name);
        else jar.set(name, value);
      }
      return answer;
    };
    const add = (stall: OpenStall, more: Record<string, string> = {}) =>
      visit('/keranjang/isi', {
        festival: festival.slug,
        menu: String(stall.listings[0]),
        jumlah: '1',
        kembali: '/keranjang',
        ...more,
      });
    return { visit, add, jar };
  }

  const orderOf = (answer: Answer) => (answer.headers.location ?? '').replace('/pesanan/', '') as OrderId;

  it('orders from two stalls, in cash, for one window, and shows a number at each; a second tap answers the same order', async () => {
    const { visit, add, jar } = browser();
    await add(one, { jumlah: '2' });
    await add(two);
    const basket = await visit('/keranjang');
    expect(basket.text).toContain('Semua siap diambil');
    expect(basket.text).toContain('Rp28.000');
    expect(basket.headers['cache-control']).toBe('no-store');
    const kept = jar.get('keranjang') ?? '';
    const pay = await visit('/keranjang/bayar');
    const jam = /name="jam" value="([^"]+)"/.exec(pay.text)?.[1] ?? '';
    expect(jam).toMatch(/^par_.{26}\.\d{13}$/);
    const placed = await visit('/keranjang/bayar', { cara: 'tunai' });
    expect(placed.status).toBe(303);
    expect(jar.has('keranjang')).toBe(false);
    jar.set('keranjang', kept);
    const again = await visit('/keranjang/bayar', { cara: 'tunai' });
    expect(again.headers.location).toBe(placed.headers.location);
    expect(await readTickets(server.world, orderOf(placed))).toHaveLength(2);
    const page = await visit(placed.headers.location ?? '');
    expect(page.text.match(/class="order-ticket-number">1</g)).toHaveLength(2);
    expect(page.text).toContain('Menunggu pembayaran');
    expect(page.headers['cache-control']).toBe('no-store');
    expect((await visit('/keranjang')).text).toContain('Pesanan Anda');
  });

  it('lets nobody order a second time before the first cash order is paid, and leads to it; cancelled, it goes on', async () => {
    const { visit, add } = browser();
    await add(one);
    const first = await visit('/keranjang/bayar', { cara: 'tunai' });
    await add(two);
    const second = await visit('/keranjang/bayar', { cara: 'tunai' });
    expect(second.status).toBe(409);
    expect(second.text).toContain(`href="${first.headers.location}"`);
    const [ticket] = await readTickets(server.world, orderOf(first));
    const cancelled = await visit(`${first.headers.location}/batal`, { bagian: ticket?.id ?? '' });
    expect([cancelled.status, cancelled.headers.location]).toEqual([303, first.headers.location]);
    expect((await visit(first.headers.location ?? '')).text).toContain('Dibatalkan');
    const late = await visit(`${first.headers.location}/batal`, { bagian: ticket?.id ?? '' });
    expect(late.headers.location).toBe(`${first.headers.location}?keadaan=berubah`);
    expect((await visit('/keranjang/bayar', { cara: 'tunai' })).status).toBe(303);
  });

  it('takes the PIN of a wallet, counts a wrong one, and holds the money only when it fits', async () => {
    const { personId } = await makePerson(server.world);
    const accountId = granted(await setPin(server.world.app, { personId, phone: null, pin: PIN }));
    await fillWallet(server.world, accountId, 50_000);
    const { visit, add } = browser(await signInPerson(server.world, personId));
    await add(one, { jumlah: '3' });
    expect((await visit('/keranjang/bayar')).text).toContain('Saldo Rp50.000');
    const empty = await visit('/keranjang/bayar', { cara: 'dompet', pin: '' });
    expect([empty.status, empty.text.includes('Isi PIN dompet')]).toEqual([422, true]);
    const wrong = await visit('/keranjang/bayar', { cara: 'dompet', pin: '111222' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toContain('111222');
    expect(await readAccount(server.world, accountId)).toMatchObject({ held: 0 });
    const right = await visit('/keranjang/bayar', { cara: 'dompet', pin: PIN });
    expect(right.status).toBe(303);
    expect(await readAccount(server.world, accountId)).toMatchObject({ balance: 50_000, held: 30_000 });
  });

  it('remembers a right PIN for ten minutes where that was ticked, until she wants it asked again', async () => {
    const { personId } = await makePerson(server.world);
    const accountId = granted(await setPin(server.world.app, { personId, phone: null, pin: PIN }));
    await fillWallet(server.world, accountId, 100_000);
    const { visit, add } = browser(await signInPerson(server.world, personId));
    await add(one);
    const asking = await visit('/keranjang/bayar');
    expect(asking.text).toContain('Jangan minta PIN lagi selama 10 menit di HP ini');
    expect(asking.text).not.toMatch(/name="ingat"[^>]*checked/);
    expect(asking.text).not.toContain('Minta PIN lagi</button>');
    expect((await visit('/keranjang/bayar', { cara: 'dompet', pin: PIN, ingat: 'ya' })).status).toBe(303);
    await add(one);
    const kept = await visit('/keranjang/bayar');
    expect(kept.text).toMatch(/PIN tidak diminta sampai 10\.1\d/);
    expect(kept.text).not.toContain('name="pin"');
    expect((await visit('/keranjang/bayar', { cara: 'dompet' })).status).toBe(303);
    expect(await readAccount(server.world, accountId)).toMatchObject({ held: 20_000 });
    await add(one);
    expect((await visit('/keranjang/bayar/minta-pin', {})).headers.location).toBe('/keranjang/bayar');
    expect((await visit('/keranjang/bayar')).text).toContain('name="pin"');
    const empty = await visit('/keranjang/bayar', { cara: 'dompet' });
    expect([empty.status, empty.text.includes('Isi PIN dompet')]).toEqual([422, true]);
    expect(await readAccount(server.world, accountId)).toMatchObject({ held: 20_000 });
  });

  it('asks for the options a dish needs, in words, and adds their prices', async () => {
    const { visit, add } = browser();
    const menu = String(one.listings[1]);
    const bare = await add(one, { menu });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Pilihannya belum lengkap');
    const [big, egg] = await optionNumbers(one, ['Besar', 'Telur']);
    const added = await add(one, { menu, [`pilihan-${menu}-x`]: String(big), pilihan: String(egg) });
    expect(added.status).toBe(303);
    expect((await visit('/keranjang')).text).toMatch(/Besar, Telur.*Rp18\.000/s);
  });

  it('shows an empty basket for a cookie that we did not sign', async () => {
    const { visit, add, jar } = browser();
    await add(one);
    jar.set(
      'keranjang',
      (jar.get('keranjang') ?? '').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    );
    expect((await visit('/keranjang')).text).toContain('Keranjang masih kosong');
    expect((await visit('/keranjang/bayar', { cara: 'tunai' })).headers.location).toBe('/keranjang');
  });

  it('asks before a basket of another festival is replaced', async () => {
    const other = await makeOpenFestival(server.world, [{}]);
    const { visit, add } = browser();
    await add(one);
    const listing = String(other.stalls[0]?.listings[0]);
    const asked = await add(one, { festival: other.slug, menu: listing });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('Mulai keranjang baru');
    expect((await visit('/keranjang')).text).toContain('Tekwan');
    expect((await add(one, { festival: other.slug, menu: listing, ganti: 'ya' })).status).toBe(303);
    expect((await visit('/keranjang')).text).not.toContain('>Tekwan<');
  });

  it('says what sold out meanwhile and offers to go on without it', async () => {
    const { visit, add } = browser();
    const menu = String(one.listings[2]);
    await add(one, { menu });
    await add(two);
    await server.world.inTransaction((tx) =>
      markSoldOut(tx, {
        festivalId: one.festivalId,
        participationId: one.participationId,
        listing: Number(menu),
        option: null,
        day: one.day,
        now: server.world.clock.now(),
      }),
    );
    const tried = await visit('/keranjang/bayar', { cara: 'tunai' });
    expect(tried.headers.location).toBe('/keranjang');
    const basket = await visit('/keranjang');
    expect(basket.text).toContain('Model baru saja habis. Uang belum diambil.');
    expect(basket.text).toContain('Lanjut tanpa Model');
    expect(basket.text).not.toContain('Lanjut ke pembayaran');
    await add(one, { menu, jumlah: '0' });
    expect((await visit('/keranjang')).text).toContain('Lanjut ke pembayaran');
  });

  // Last: the clock goes on.
  it('holds the price seen for twenty minutes, then asks', async () => {
    const { visit, add } = browser();
    await add(two);
    await server.world.inTransaction(async (tx) =>
      granted(
        await setFestivalPrice(tx, {
          festivalId: two.festivalId,
          participationId: two.participationId,
          listing: two.listings[0] ?? 0,
          price: 9_500,
          now: server.world.clock.now(),
        }),
      ),
    );
    await add(two, { jumlah: '2' });
    expect((await visit('/keranjang')).text).toContain('Rp16.000');
    server.moveClock(server.world.clock.now() + 21 * MINUTE_MS);
    // The process hears of the new time a moment later.
    const readBasket = async () => (await visit('/keranjang')).text;
    const asks = 'Harga Es kacang kini Rp9.500 (tadi Rp8.000, ditahan 20 menit).';
    await expect.poll(readBasket, { timeout: 15_000 }).toContain(asks);
    expect(await readBasket()).not.toContain('Lanjut ke pembayaran');
    const line = { festival: festival.slug, menu: String(two.listings[0]), jumlah: '2', kembali: '/keranjang' };
    expect((await visit('/keranjang/harga', line)).status).toBe(303);
    const accepted = await visit('/keranjang');
    expect(accepted.text).toContain('Rp19.000');
    expect(accepted.text).toContain('Lanjut ke pembayaran');
  });

  async function optionNumbers(stall: OpenStall, names: string[]): Promise<number[]> {
    const rows = await server.world.db
      .selectFrom('menu_option')
      .innerJoin('stall_listing', 'stall_listing.dish_id', 'menu_option.dish_id')
      .select(['menu_option.name', 'menu_option.number'])
      .where('stall_listing.participation_id', '=', stall.participationId)
      .execute();
    return names.map((name) => rows.find((row) => row.name === name)?.number ?? 0);
  }
});
