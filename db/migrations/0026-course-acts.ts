import { check, type Migration, primaryKey, references } from './columns';

/** What the lessons' practices are checked on, and which tips were opened. */
export const courseActs: Migration = async ({ table }) => {
  await table(
    'menu_dish_cost',
    { dish_id: 'text', cost: 'integer', floor_price: 'integer?', set_by: 'text', set_at: 'integer' },
    [primaryKey('dish_id'), references('dish_id', 'menu_dish'), check('cost > 0'), check('floor_price > 0')],
  );
  await table('menu_set', { merchant_id: 'text', kind: 'text', set_by: 'text', set_at: 'integer' }, [
    primaryKey('merchant_id', 'kind'),
  ]);
  await table('menu_set_dish', { merchant_id: 'text', kind: 'text', dish_id: 'text' }, [
    primaryKey('merchant_id', 'kind', 'dish_id'),
    references('dish_id', 'menu_dish'),
  ]);
  await table(
    'merchant_contact',
    { merchant_id: 'text', kind: 'text', person_id: 'text?', phone: 'text?', set_by: 'text', set_at: 'integer' },
    [
      primaryKey('merchant_id', 'kind'),
      references('merchant_id', 'merchant_profile'),
      check('(person_id is null) <> (phone is null)'),
    ],
  );
  await table('wallet_payout_schedule', { merchant_id: 'text', hour: 'integer', set_by: 'text', set_at: 'integer' }, [
    primaryKey('merchant_id'),
    check('hour between 0 and 23'),
  ]);
  await table(
    'wallet_outside_sales',
    { merchant_id: 'text', month: 'text', amount: 'integer', entered_by: 'text', entered_at: 'integer' },
    [primaryKey('merchant_id', 'month'), check('amount >= 0')],
  );
  await table(
    'wallet_slip_view',
    { merchant_id: 'text', participation_id: 'text', day: 'text', viewed_by: 'text', viewed_at: 'integer' },
    [primaryKey('merchant_id', 'participation_id', 'day')],
  );
  await table(
    'training_tip_view',
    { tip: 'text', merchant_id: 'text', day: 'text', opened_by: 'text', opened_at: 'integer' },
    [primaryKey('tip', 'merchant_id', 'day')],
  );
};
