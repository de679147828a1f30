import { check, type Migration, type MigrationTools, primaryKey, references, unique } from './columns';

/** Dishes with options, and the import of merchants with their menus. */
export const menuTables: Migration = async (tools) => {
  await dishes(tools);
  await options(tools);
  await imports(tools);
};

async function dishes({ table, index }: MigrationTools): Promise<void> {
  await table(
    'menu_dish',
    {
      id: 'text',
      merchant_id: 'text',
      name: 'text',
      description: 'text?',
      category: 'text?',
      price: 'integer?',
      make_seconds: 'integer?',
      make_seconds_set_by: 'text?',
      halal: 'text',
      allergen_answer: 'text',
      spice_level: 'integer?',
      photo_file_id: 'text?',
      photo_large_file_id: 'text?',
      photo_colour: 'text?',
      position: 'integer',
      import_identity: 'text?',
      created_at: 'integer',
      updated_at: 'integer',
      archived_at: 'integer?',
      archived_by: 'text?',
    },
    [
      primaryKey('id'),
      unique('merchant_id', 'import_identity'),
      check('price is null or price > 0'),
      check('make_seconds is null or make_seconds > 0'),
      check('spice_level is null or (spice_level >= 0 and spice_level <= 5)'),
    ],
  );
  await index('menu_dish', ['merchant_id', 'position']);

  await table('menu_dish_allergen', { dish_id: 'text', allergen: 'text' }, [
    primaryKey('dish_id', 'allergen'),
    references('dish_id', 'menu_dish'),
  ]);
}

async function options({ table, index }: MigrationTools): Promise<void> {
  await table(
    'menu_option_group',
    {
      id: 'text',
      dish_id: 'text',
      name: 'text',
      choose_min: 'integer',
      choose_max: 'integer',
      position: 'integer',
    },
    [primaryKey('id'), references('dish_id', 'menu_dish'), check('choose_min >= 0'), check('choose_max >= choose_min')],
  );
  await index('menu_option_group', ['dish_id', 'position']);

  await table(
    'menu_option',
    {
      id: 'text',
      group_id: 'text',
      dish_id: 'text',
      number: 'integer',
      name: 'text',
      price: 'integer',
      position: 'integer',
      archived_at: 'integer?',
    },
    [
      primaryKey('id'),
      unique('dish_id', 'number'),
      references('group_id', 'menu_option_group'),
      references('dish_id', 'menu_dish'),
      check('price >= 0'),
    ],
  );
  await index('menu_option', ['group_id', 'position']);
}

async function imports({ table, index }: MigrationTools): Promise<void> {
  await table(
    'menu_import',
    {
      id: 'text',
      organisation_id: 'text',
      created_by: 'text',
      created_at: 'integer',
      file_name: 'text',
      file_sha256: 'text',
      format: 'text',
      state: 'text',
      mapping: 'text',
      headings: 'text',
      rows_total: 'integer',
      rows_staged: 'integer',
      rows_good: 'integer',
      rows_bad: 'integer',
      rows_applied: 'integer',
      merchants_made: 'integer',
      merchants_changed: 'integer',
      dishes_made: 'integer',
      dishes_changed: 'integer',
      staged_at: 'integer?',
      applied_at: 'integer?',
      cancelled_at: 'integer?',
    },
    [primaryKey('id')],
  );
  await index('menu_import', ['organisation_id', 'created_at']);

  await table(
    'menu_import_row',
    {
      import_id: 'text',
      row_number: 'integer',
      cells: 'text',
      reading: 'text?',
      merchant_key: 'text?',
      errors: 'text',
      state: 'text',
      applied_at: 'integer?',
    },
    [primaryKey('import_id', 'row_number'), references('import_id', 'menu_import')],
  );
  await index('menu_import_row', ['import_id', 'merchant_key', 'row_number']);
  await index('menu_import_row', ['import_id', 'state', 'row_number']);

  await table('menu_import_heading', { organisation_id: 'text', heading: 'text', field: 'text', used_at: 'integer' }, [
    primaryKey('organisation_id', 'heading'),
  ]);

  await table('menu_import_identity', { organisation_id: 'text', identity: 'text', merchant_id: 'text' }, [
    primaryKey('organisation_id', 'identity'),
  ]);
  await index('menu_import_identity', ['merchant_id']);
}
