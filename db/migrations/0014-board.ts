import { check, type Migration, primaryKey, unique } from './columns';

/** What a stall's board tells: that it still runs, taps by their own ids, and the paper numbers of an outage. */
export const boardTables: Migration = async ({ table, index }) => {
  await table(
    'stall_heartbeat',
    { festival_id: 'text', participation_id: 'text', seen_at: 'integer', silent_at: 'integer?' },
    [primaryKey('festival_id', 'participation_id')],
  );

  await table(
    'order_late_tap',
    {
      festival_id: 'text',
      tap_id: 'text',
      participation_id: 'text',
      ticket_id: 'text?',
      act: 'text',
      detail: 'text',
      tapped_at: 'integer',
      received_at: 'integer',
      by_person_id: 'text?',
      outcome: 'text',
      state_found: 'text?',
      found_at: 'integer?',
      refusal: 'text?',
      seen_at: 'integer?',
    },
    [primaryKey('festival_id', 'tap_id'), check("outcome in ('applied', 'already', 'differs')")],
  );
  await index('order_late_tap', ['festival_id', 'participation_id'], {
    where: "outcome = 'differs' and seen_at is null",
  });

  await table(
    'order_paper',
    {
      festival_id: 'text',
      ticket_id: 'text',
      participation_id: 'text',
      day: 'text',
      number: 'text',
      sold_at: 'integer?',
    },
    [primaryKey('festival_id', 'ticket_id'), unique('festival_id', 'participation_id', 'day', 'number')],
  );
};
