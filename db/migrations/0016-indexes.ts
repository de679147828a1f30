import type { Migration } from './columns';

/** What pages of many rows are read by: stalls by booth, dishes by price. */
export const manyRowsIndexes: Migration = async ({ index }) => {
  await index('stall_setup', ['festival_id', 'booth_number'], { where: 'ended_at is null' });
  await index('stall_listing', ['festival_id', 'festival_price', 'number'], { where: 'withdrawn_at is null' });
};
