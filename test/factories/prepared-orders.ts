import { setPin } from '~/domain/wallet/set-pin.server';
import { newSecretId, type OrderId } from '~/shared/ids';
import { type BasketLine, PRICE_HOLD_MS } from '~/web/basket';
import { writeBasket } from '~/web/basket.server';
import type { World } from '../setup/open-world';
import { makePerson, signInPerson } from './identity';
import { accepted } from './merchants';
import type { OpenStall } from './stalls';
import { fillWallet, type TestWallet } from './wallet';

const PIN = '748391';

/** A customer who signed in, with a wallet, its PIN and money. */
export interface Payer extends TestWallet {
  /** Secret of her session. */
  session: string;
  pin: string;
}

export async function makePayer(world: World, { balance }: { balance: number }): Promise<Payer> {
  const { personId } = await makePerson(world);
  const accountId = accepted(await setPin(world.app, { personId, phone: null, pin: PIN }));
  await fillWallet(world, accountId, balance);
  return { personId, accountId, session: await signInPerson(world, personId), pin: PIN };
}

/** The last step of an order, ready to be sent to `/keranjang/bayar`; sent twice it is one order. */
export interface PreparedOrder {
  orderId: OrderId;
  headers: { Cookie: string };
  form: Record<string, string>;
}

export interface PreparedOrderWishes {
  /** Pays by wallet; in cash, from a browser never seen before, when left out. */
  payer?: Payer;
  orderId?: OrderId;
  quantity?: number;
  /** Of the first dish of each stall. */
  price?: number;
  /** Dishes a stall, from its first. */
  dishes?: number;
}

/** Signs a basket as our own pages would after as many taps. */
export function prepareOrder(
  world: Pick<World, 'app' | 'clock'>,
  stalls: readonly OpenStall[],
  { payer, orderId = newSecretId('ord'), quantity = 1, price = 10_000, dishes = 1 }: PreparedOrderWishes = {},
): PreparedOrder {
  const [first] = stalls;
  if (!first) throw new Error('an order needs a stall');
  const heldUntil = world.clock.now() + PRICE_HOLD_MS;
  const lines = stalls.flatMap(({ listings }) =>
    listings
      .slice(0, dishes)
      .map((listing): BasketLine => ({ n: listing, o: [], q: quantity, p: price, h: heldUntil })),
  );
  const basket = { festivalId: first.festivalId, orderId, lines };
  const written = accepted(writeBasket(new Request('http://localhost/'), world.app.ports.secrets, basket));
  const cookies = [written.split(';')[0], ...(payer ? [`sesi=${payer.session}`] : [])];
  return {
    orderId,
    headers: { Cookie: cookies.join('; ') },
    form: payer ? { cara: 'dompet', pin: payer.pin } : { cara: 'tunai' },
  };
}
