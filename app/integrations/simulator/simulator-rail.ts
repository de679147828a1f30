import type { RailOrder, RailStart, TopUpRail } from '~/shared/top-up-rail';

/** Money that nobody paid, for demo and development: every payment succeeds at once. Production refuses it at start. */
export function simulatorRail(): TopUpRail {
  return {
    start: async ({ topUpId, amount }: RailOrder): Promise<RailStart> => ({
      state: 'settled',
      externalId: `sim_${topUpId}`,
      amount,
      currency: 'idr',
    }),
    // It settles when it starts, so a top-up that is still open was never started.
    find: async () => ({ state: 'failed', reason: 'never_started' }),
    close: async () => 'closed',
    giveBack: async () => 'done',
    readNotice: () => null,
  };
}
