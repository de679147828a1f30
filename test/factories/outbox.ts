import type { AppContext } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import { type LeasedRow, leaseDue } from '~/platform/outbox-queue.server';
import type { FestivalId } from '~/shared/ids';
import type { Handlers } from '~/worker/handler';
import type { World } from '../setup/world';

export const FESTIVAL = 'fst_1' as FestivalId;

/** An act that is due after `delay` ms of the world's time. */
export const addAct = (world: World, key: string, delay = 0) =>
  world.inTransaction((tx) =>
    addToOutbox(tx, {
      kind: 'festivals.close_call',
      key,
      payload: { festivalId: FESTIVAL },
      dueAt: world.clock.now() + delay,
      now: world.clock.now(),
    }),
  );

/** Handlers that note which keys ran, and fail as `fail` says. */
export function noting(fail: (row: LeasedRow) => Error | null = () => null): { ran: string[]; handlers: Handlers } {
  const ran: string[] = [];
  const handle = async (_app: AppContext, _payload: unknown, row: LeasedRow) => {
    ran.push(row.key);
    const error = fail(row);
    if (error) throw error;
  };
  return { ran, handlers: { 'festivals.close_call': handle } };
}

export const onlyRow = (world: World) => world.db.selectFrom('platform_outbox').selectAll().executeTakeFirstOrThrow();

/** Takes what is due, as a worker of that name. */
export const leaseAs = (world: World, worker: string, ms: number) =>
  world.inTransaction((tx) => {
    const now = world.clock.now();
    return leaseDue(tx, { lane: 'acts', limit: 10, lease: { worker, until: now + ms }, now });
  });
