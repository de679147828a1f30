import { check, type Migration, primaryKey, references } from './columns';

/** How finished lessons count in choosing a festival's stalls. */
export const trainingRule: Migration = async ({ table }) => {
  await table(
    'festival_training_rule',
    { festival_id: 'text', kind: 'text', amount: 'integer', set_by: 'text', set_at: 'integer' },
    [
      primaryKey('festival_id'),
      references('festival_id', 'festival_edition'),
      check("kind in ('minimum', 'weight')"),
      check('amount between 1 and 10'),
    ],
  );
};
