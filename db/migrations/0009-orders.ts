import { check, type Migration, type MigrationTools, primaryKey, unique } from './columns';

/** Orders across stalls; every key begins with festival_id. */
export const orderTables: Migration = async (tools) => {
  await headers(tools);
  await tickets(tools);
};

async function headers({ table, index }: MigrationTools): Promise<void> {
  await table(
    'order_header',
    {
      festival_id: 'text',
      id: 'text',
      short_code: 'text',
      day: 'text',
      payment: 'text',
      source: 'text',
      person_id: 'text?',
      browser_hmac: 'text?',
      content_hash: 'text',
      total: 'integer',
      language: 'text',
      placed_at: 'integer',
    },
    [primaryKey('festival_id', 'id'), unique('id'), unique('festival_id', 'short_code'), check('total >= 0')],
  );
  await index('order_header', ['person_id', 'placed_at'], { where: 'person_id is not null' });
  await index('order_header', ['festival_id', 'day', 'placed_at']);

  await table('order_unpaid', { festival_id: 'text', day: 'text', portions: 'integer', ceiling: 'integer' }, [
    primaryKey('festival_id', 'day'),
    check('portions >= 0'),
    check('portions <= ceiling'),
  ]);

  await table('order_browser', { festival_id: 'text', browser_hmac: 'text', order_id: 'text' }, [
    primaryKey('festival_id', 'browser_hmac'),
  ]);
}

async function tickets({ table, index }: MigrationTools): Promise<void> {
  await table(
    'order_ticket',
    {
      festival_id: 'text',
      id: 'text',
      order_id: 'text',
      participation_id: 'text',
      merchant_id: 'text',
      day: 'text',
      pickup_number: 'integer',
      slot_starts_at: 'integer',
      make_seconds: 'integer',
      total: 'integer',
      payment: 'text',
      state: 'text',
      expires_at: 'integer?',
      hold_id: 'text?',
      commission_rule_id: 'text?',
      commission: 'integer',
      placed_at: 'integer',
      paid_at: 'integer?',
      accepted_at: 'integer?',
      promised_at: 'integer?',
      asked_at: 'integer?',
      asked_answer: 'text?',
      ready_at: 'integer?',
      ended_at: 'integer?',
      end_reason: 'text?',
      cash_returned: 'integer',
      refunded: 'integer',
    },
    [
      primaryKey('festival_id', 'id'),
      unique('festival_id', 'participation_id', 'day', 'pickup_number'),
      check('total >= 0'),
      check('refunded >= 0 and refunded <= total'),
      check('cash_returned >= 0 and cash_returned <= total'),
    ],
  );
  await index('order_ticket', ['festival_id', 'participation_id', 'day', 'state']);
  await index('order_ticket', ['festival_id', 'day', 'state']);
  await index('order_ticket', ['order_id']);
  await index('order_ticket', ['id']);
  await index('order_ticket', ['merchant_id', 'day']);

  await table(
    'order_line',
    {
      festival_id: 'text',
      ticket_id: 'text',
      line: 'integer',
      listing_number: 'integer',
      dish_id: 'text',
      dish_name: 'text',
      options: 'text',
      unit_price: 'integer',
      normal_price: 'integer',
      quantity: 'integer',
      make_seconds: 'integer',
      portions_taken: 'integer',
      line_total: 'integer',
    },
    [primaryKey('festival_id', 'ticket_id', 'line'), check('quantity > 0'), check('unit_price >= 0')],
  );

  await table(
    'order_ticket_change',
    {
      festival_id: 'text',
      ticket_id: 'text',
      line: 'integer',
      from_state: 'text?',
      to_state: 'text',
      at: 'integer',
      by_person_id: 'text?',
      why: 'text?',
    },
    [primaryKey('festival_id', 'ticket_id', 'line')],
  );
}
