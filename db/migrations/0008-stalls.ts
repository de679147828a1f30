import { check, type Migration, type MigrationTools, primaryKey, unique } from './columns';

/** What a festival day writes: every key begins with festival_id, so that PostgreSQL can partition by it. */
export const stallTables: Migration = async (tools) => {
  await onSale(tools);
  await day(tools);
};

async function onSale({ table, index }: MigrationTools): Promise<void> {
  await table(
    'stall_setup',
    {
      festival_id: 'text',
      participation_id: 'text',
      merchant_id: 'text',
      slug: 'text',
      booth_number: 'integer',
      cooked_at_once: 'integer',
      created_at: 'integer',
      ended_at: 'integer?',
    },
    [primaryKey('festival_id', 'participation_id'), unique('festival_id', 'slug'), check('cooked_at_once > 0')],
  );
  await index('stall_setup', ['participation_id']);
  await index('stall_setup', ['merchant_id']);

  await table(
    'stall_listing',
    {
      festival_id: 'text',
      number: 'integer',
      participation_id: 'text',
      dish_id: 'text',
      festival_price: 'integer',
      price_set_at: 'integer?',
      created_at: 'integer',
      withdrawn_at: 'integer?',
    },
    [
      primaryKey('festival_id', 'number'),
      unique('festival_id', 'participation_id', 'dish_id'),
      check('number > 0'),
      check('festival_price > 0'),
    ],
  );
  await index('stall_listing', ['dish_id']);

  await table(
    'stall_option_sold_out',
    {
      festival_id: 'text',
      listing_number: 'integer',
      option_number: 'integer',
      day: 'text',
      sold_out_at: 'integer',
    },
    [primaryKey('festival_id', 'listing_number', 'option_number', 'day')],
  );

  await table(
    'stall_stock',
    {
      festival_id: 'text',
      listing_number: 'integer',
      day: 'text',
      portions_left: 'integer?',
      portions_start: 'integer?',
      sold_out_at: 'integer?',
    },
    [primaryKey('festival_id', 'listing_number', 'day'), check('portions_left is null or portions_left >= 0')],
  );

  await table('stall_search_word', { festival_id: 'text', word: 'text', listing_number: 'integer' }, [
    primaryKey('festival_id', 'word', 'listing_number'),
  ]);
  await index('stall_search_word', ['festival_id', 'listing_number']);
}

async function day({ table }: MigrationTools): Promise<void> {
  await table(
    'stall_slot',
    {
      festival_id: 'text',
      participation_id: 'text',
      starts_at: 'integer',
      capacity_seconds: 'integer',
      used_seconds: 'integer',
    },
    [
      primaryKey('festival_id', 'participation_id', 'starts_at'),
      check('used_seconds >= 0 and used_seconds <= capacity_seconds'),
    ],
  );

  await table('stall_counter', { festival_id: 'text', participation_id: 'text', day: 'text', last_number: 'integer' }, [
    primaryKey('festival_id', 'participation_id', 'day'),
    check('last_number >= 0'),
  ]);

  await table(
    'stall_day',
    {
      festival_id: 'text',
      participation_id: 'text',
      day: 'text',
      checked_in_at: 'integer',
      opens_at: 'integer',
      closes_at: 'integer',
      paused_at: 'integer?',
      paused_until: 'integer?',
      pause_reason: 'text?',
      closed_at: 'integer?',
    },
    [primaryKey('festival_id', 'participation_id', 'day'), check('closes_at > opens_at')],
  );
}
