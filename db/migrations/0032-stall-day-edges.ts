import type { Migration } from './columns';

/** The next opening, closing and end of a pause at a festival, each from the front of an index instead of every stall's day. */
export const stallDayEdges: Migration = async ({ index }) => {
  for (const edge of ['opens_at', 'closes_at', 'paused_until'])
    await index('stall_day', ['festival_id', 'day', edge], { where: 'closed_at is null' });
};
