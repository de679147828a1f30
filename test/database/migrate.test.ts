import { expect, it } from 'vitest';
import { openDatabase } from '~db/engine.server';
import { migrate } from '~db/migrate.server';
import { migrations } from '~db/migrations/list';
import { makeEmpty } from '../factories/empty-database';
import { onBothEngines } from '../setup/engines';

onBothEngines('an empty database', (engine) => {
  it('gets every table once when three processes start at the same time', async () => {
    const location = await makeEmpty(engine.name);
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(location)));
    const ran = await Promise.all(opened.map((database) => migrate(database)));
    expect(ran.map((names) => names.length).sort()).toEqual([0, 0, migrations.length]);
    for (const database of opened) await database.close();
  });
});
