import { applyLateTaps, type BoardHand } from '~/domain/orders/apply-late-taps.server';
import { readTapDifferences } from '~/domain/orders/read-tap-differences.server';
import { readTapWish, type Tap } from '~/domain/orders/taps';
import { newSecretId, type TicketId } from '~/shared/ids';
import type { EngineUnderTest, World } from '../setup/engines';
import { makePerson } from './identity';
import { readTicket } from './orders';
import { makeOpenFestival, type OpenStall } from './stalls';
import { makeWallet } from './wallet';

const MINUTE = 60_000;

/** A button as it was tapped so many minutes ago. */
export function tapped(to: string, fields: Record<string, string> = {}, minutesAgo = 0): Tap {
  return {
    id: newSecretId('tap'),
    ago: minutesAgo * MINUTE,
    wish: readTapWish({ to, fields: Object.entries(fields) }),
  };
}

/** A button of one ticket. */
export const onTicket = (
  ticketId: TicketId | undefined,
  step: string,
  fields: Record<string, string> = {},
  minutesAgo = 0,
) => tapped(`/bon/${ticketId}/${step}`, fields, minutesAgo);

/** Two of the stall's first dish, sold across the counter. */
export const saleTap = (stall: OpenStall, fields: Record<string, string> = {}, minutesAgo = 0) =>
  tapped(
    '/pesanan-di-stan',
    { pesanan: newSecretId('ord'), [`jumlah-${stall.listings[0]}`]: '2', ...fields },
    minutesAgo,
  );

/** A stall that sells, a cook at its board, and a customer with money. */
export async function standAtBoard(engine: EngineUnderTest, { portions = 20 }: { portions?: number } = {}) {
  const world = await engine.world();
  const { stalls } = await makeOpenFestival(world, [{ portions, cookedAtOnce: 20 }, { portions }]);
  world.clock.advance(MINUTE);
  const stall = stalls[0]!;
  const { personId } = await makePerson(world);
  const wallet = await makeWallet(world, { balance: 100_000 });
  const hand: BoardHand = { ...stall, byPersonId: personId, language: 'id' };
  const send = (...taps: Tap[]) => applyLateTaps(world.app, hand, taps, world.clock.now());
  const outcomes = async (...taps: Tap[]) => (await send(...taps)).map(({ outcome }) => outcome);
  const differences = () => readTapDifferences(world.db, stall);
  return { world, stall, other: stalls[1]!, hand, wallet, send, outcomes, differences };
}

export const stateOf = async (world: World, ticketId: TicketId | undefined) =>
  (await readTicket(world, ticketId!)).state;

/** Each step a ticket made: `placed>accepted`. */
export async function changesOf(world: World, ticketId: TicketId) {
  const rows = await world.db
    .selectFrom('order_ticket_change')
    .select(['from_state', 'to_state'])
    .where('ticket_id', '=', ticketId)
    .orderBy('line')
    .execute();
  return rows.map((row) => `${row.from_state ?? ''}>${row.to_state}`);
}
