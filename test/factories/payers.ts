import { readSession } from '~/domain/identity/read-session.server';
import type { OrderRequest } from '~/domain/orders/place-orders.server';
import { checkPin } from '~/domain/wallet/check-pin.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import { type Id, newSecretId, type OrderId } from '~/shared/ids';
import { markBrowser, writeBasket, writeOwnOrder } from '~/web/basket.server';
import type { World } from '../setup/open-world';
import { makePerson, signInPerson } from './identity';
import { accepted } from './merchants';
import { makeWallet, type TestWallet } from './wallet';

export const PAYER_PIN = '748391';

/** Somebody with money who is signed in on one phone, her PIN remembered there. */
export interface Payer extends TestWallet {
  sessionId: Id<'ses'>;
  /** The session cookie's secret. */
  secret: string;
}

export async function makePayer(world: World, { balance = 1_000_000 } = {}): Promise<Payer> {
  const { personId } = await makePerson(world);
  const wallet = await makeWallet(world, { personId, balance });
  accepted(await setPin(world.app, { personId, phone: null, pin: PAYER_PIN }));
  const secret = await signInPerson(world, personId);
  const session = await readSession(world.db, { secret, now: world.clock.now() });
  if (!session) throw new Error('she was just signed in');
  accepted(await checkPin(world.app, { personId, pin: PAYER_PIN, rememberOn: session.id }));
  return { ...wallet, sessionId: session.id, secret };
}

const HTTP = { url: 'http://localhost/', headers: { get: () => null } };
const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';

/** Cookies a phone keeps between orders: who she is, which browser it is, what it ordered before. */
export function keptCookies(
  world: World,
  { secret }: Pick<Payer, 'secret'>,
  before: OrderId = newSecretId('ord'),
): string {
  const { secrets } = world.app.ports;
  const kept = [markBrowser(HTTP, secrets).cookie, writeOwnOrder(HTTP, secrets, before)].map(pairOf);
  return [`sesi=${secret}`, ...kept].join('; ');
}

/** An order as the paying page's form sends it: the basket in its cookie, the way of paying and the slots in the body. */
export function paymentOf(world: World, request: OrderRequest, cookies = ''): { cookie: string; body: string } {
  const lines = request.lines.map((line) => ({
    n: line.listing,
    o: [...line.options],
    q: line.quantity,
    p: line.price,
    h: line.heldUntil,
  }));
  const basket = { festivalId: request.festivalId, orderId: request.orderId, lines };
  const cookie = pairOf(accepted(writeBasket(HTTP, world.app.ports.secrets, basket)));
  const fields = request.slots.map(({ participationId, startsAt }) => ['jam', `${participationId}.${startsAt}`]);
  const body = new URLSearchParams([['cara', request.payment === 'wallet' ? 'dompet' : 'tunai'], ...fields]);
  return { cookie: [cookie, cookies].filter(Boolean).join('; '), body: body.toString() };
}
