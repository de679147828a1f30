import { makePayer, type Payer, type PreparedOrder, prepareOrder } from '../factories/prepared-orders';
import { makeOpenFestival, type OpenFestival } from '../factories/stalls';
import type { World } from '../setup/open-world';

const PRICE = 1_000;

/** Prepared orders without end, at three stalls with room for all of them. */
export interface OrderSource {
  festival: OpenFestival;
  payers: Payer[];
  wallet: () => PreparedOrder;
  /** Every one from another browser. */
  cash: () => PreparedOrder;
}

/** Wallets hold enough for `orders` orders together; every fifth order is of two stalls. */
export async function makeOrderSource(
  world: World,
  { orders, clients }: { orders: number; clients: number },
): Promise<OrderSource> {
  const stall = { cookedAtOnce: 60, portions: 10_000, dishes: [{ price: PRICE, makeSeconds: 60 }] };
  const festival = await makeOpenFestival(world, [stall, stall, stall]);
  const { stalls } = festival;
  const balance = Math.min(1_900_000, Math.max(100_000, Math.ceil((orders * 3) / clients) * PRICE));
  const payers: Payer[] = [];
  for (let made = 0; made < clients; made++) payers.push(await makePayer(world, { balance }));
  let made = 0;
  const at = () => {
    const [one, two] = [stalls[made % stalls.length]!, stalls[(made + 1) % stalls.length]!];
    return made % 5 === 0 ? [one, two] : [one];
  };
  return {
    festival,
    payers,
    wallet: () => prepareOrder(world, at(), { price: PRICE, payer: payers[made++ % payers.length]! }),
    cash: () => prepareOrder(world, [stalls[made++ % stalls.length]!], { price: PRICE }),
  };
}
