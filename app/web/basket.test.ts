import { describe, expect, it } from 'vitest';
import { makeSecrets } from '~/platform/secret.server';
import { newId } from '~/shared/ids';
import { acceptPrice, type Basket, countPortions, PRICE_HOLD_MS, setQuantity, totalOf } from './basket';
import {
  BASKET_BYTES_MAX,
  clearBasket,
  markBrowser,
  readBasket,
  readOwnOrders,
  writeBasket,
  writeOwnOrder,
} from './basket.server';

const signer = makeSecrets({ secretKey: 'a key for tests that is long enough to be one' });
const festivalId = newId('fst', 1);
const now = 1_795_000_000_000;
const bare = new Request('http://pestarasa.test/keranjang');

function withCookies(...setCookies: string[]): Request {
  const cookie = setCookies.map((each) => each.split(';')[0]).join('; ');
  return new Request('http://pestarasa.test/keranjang', { headers: { Cookie: cookie } });
}

function filled(lines = 1): Basket {
  let basket: Basket | null = null;
  for (let n = 1; n <= lines; n++) {
    const set = setQuantity(basket, { festivalId, listing: n, options: [], quantity: 1, price: 15_000, now });
    if (!set.ok) throw new Error(set.refusal.code);
    basket = set.value;
  }
  return basket!;
}

function change(basket: Basket | null, more: Partial<Parameters<typeof setQuantity>[1]>) {
  const set = setQuantity(basket, { festivalId, listing: 1, options: [], quantity: 1, price: 15_000, now, ...more });
  if (!set.ok) throw new Error(set.refusal.code);
  return set.value;
}

function stored(basket: Basket): string {
  const cookie = writeBasket(bare, signer, basket);
  if (!cookie.ok) throw new Error(cookie.refusal.code);
  return cookie.value;
}

describe('what lies in a basket', () => {
  it('gets its order id with the first line and keeps it while lines come and go', () => {
    const first = change(null, {});
    expect(first.orderId).toMatch(/^ord_/);
    const second = change(first, { listing: 2 });
    const emptied = change(change(second, { quantity: 0 }), { listing: 2, quantity: 0 });
    expect(emptied.lines).toEqual([]);
    expect(change(emptied, {}).orderId).toBe(first.orderId);
  });

  it('gives two browsers two order ids', () => {
    expect(change(null, {}).orderId).not.toBe(change(null, {}).orderId);
  });

  it('sets a quantity, so that tapping twice orders once', () => {
    const once = change(null, { quantity: 2 });
    expect(change(once, { quantity: 2 })).toEqual(once);
  });

  it('keeps the price and the end of its hold when only the quantity changes, whatever the menu says then', () => {
    const first = change(null, {});
    const later = change(first, { quantity: 5, price: 18_000, now: now + PRICE_HOLD_MS - 1 });
    expect(later.lines[0]).toMatchObject({ q: 5, p: 15_000, h: now + PRICE_HOLD_MS });
  });

  it('holds a new price only after the customer said yes to it', () => {
    const yes = acceptPrice(change(null, {}), { listing: 1, options: [], price: 18_000, now: now + 60_000 });
    expect(yes.lines[0]).toMatchObject({ p: 18_000, h: now + 60_000 + PRICE_HOLD_MS });
  });

  it('keeps the same dish with other options as a line of its own, in whatever order they were ticked', () => {
    const basket = change(change(null, { options: [2, 1] }), { options: [3] });
    expect(basket.lines).toHaveLength(2);
    expect(change(basket, { options: [1, 2], quantity: 4 }).lines[0]).toMatchObject({ o: [1, 2], q: 4 });
  });

  it('asks before dishes of another festival replace it, unless it is empty', () => {
    const other = newId('fst', 2);
    const basket = change(null, {});
    expect(setQuantity(basket, { festivalId: other, listing: 1, options: [], quantity: 1, price: 1, now })).toEqual({
      ok: false,
      refusal: { code: 'basket_other_festival' },
    });
    const moved = change(change(basket, { quantity: 0 }), { festivalId: other });
    expect(moved.festivalId).toBe(other);
    expect(moved.orderId).not.toBe(basket.orderId);
  });

  it('counts portions and rupiah', () => {
    const basket = change(change(null, { quantity: 3 }), { listing: 2, quantity: 2, price: 10_000 });
    expect([countPortions(basket), totalOf(basket)]).toEqual([5, 65_000]);
  });
});

describe('the basket cookie', () => {
  it('comes back as it was stored', () => {
    const basket = change(filled(3), { options: [4, 2], quantity: 2 });
    expect(readBasket(withCookies(stored(basket)), signer)).toEqual(basket);
  });

  it('is no basket when one letter of it was changed', () => {
    const cookie = stored(filled());
    const value = cookie.split(';')[0]!;
    for (let at = 'keranjang='.length; at < value.length; at += 7) {
      const letter = value[at] === 'A' ? 'B' : 'A';
      expect(readBasket(withCookies(value.slice(0, at) + letter + value.slice(at + 1)), signer)).toBeNull();
    }
  });

  it('is no basket when it was signed for another purpose or with another key', () => {
    const other = makeSecrets({ secretKey: 'another key that is also long enough to be one' });
    const forged = writeBasket(bare, other, filled());
    expect(readBasket(withCookies(forged.ok ? forged.value : ''), signer)).toBeNull();
    const own = writeOwnOrder(bare, signer, filled().orderId).replace('pesanan=', 'keranjang=');
    expect(readBasket(withCookies(own), signer)).toBeNull();
  });

  it('takes the forty lines that an order may have', () => {
    expect(stored(filled(40)).length).toBeLessThan(BASKET_BYTES_MAX + 100);
  });

  it('refuses what a browser would drop', () => {
    expect(writeBasket(bare, signer, filled(120))).toEqual({ ok: false, refusal: { code: 'basket_too_big' } });
  });

  it('is gone after the order was accepted', () => {
    expect(clearBasket(bare)).toMatch(/^keranjang=; .*Max-Age=0/);
  });
});

describe('other marks of a browser', () => {
  it('remembers its newest orders, each once', () => {
    const [a, b] = [filled().orderId, filled().orderId];
    let request = withCookies(writeOwnOrder(bare, signer, a));
    request = withCookies(writeOwnOrder(request, signer, b));
    request = withCookies(writeOwnOrder(request, signer, a));
    expect(readOwnOrders(request, signer)).toEqual([a, b]);
  });

  it('is the same browser next time, and another one without its cookie', () => {
    const mark = markBrowser(bare, signer);
    expect(markBrowser(withCookies(mark.cookie), signer).hmac).toBe(mark.hmac);
    expect(markBrowser(bare, signer).hmac).not.toBe(mark.hmac);
  });
});
