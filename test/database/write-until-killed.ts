import { buildAppContext } from '~/platform/build-app-context.server';
import { readConfig } from '~/platform/config.server';
import { openDatabase } from '~db/engine.server';

// Writes pairs of rows, several units at once, and says each number only after its unit was committed.
const [location = '{}', first = '0'] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(location) as { url?: string; file?: string });
const app = await buildAppContext(readConfig({ APP_MODE: 'test' }), { database });
let next = Number(first);

async function writeOn(): Promise<never> {
  for (;;) {
    const number = next++;
    await app.inTransaction(async (tx) => {
      for (const half of ['left', 'right']) {
        await tx
          .insertInto('platform_topic')
          .values({ topic: `${half}:${number}`, version: 1, touched_at: number })
          .execute();
      }
    });
    process.stdout.write(`${number}\n`);
  }
}

await Promise.all([writeOn(), writeOn(), writeOn(), writeOn()]);
