import { buildAppContext } from '~/platform/build-app-context.server';
import { SettableClock } from '~/platform/clock';
import { readConfig } from '~/platform/config.server';
import { drainOutbox } from '~/worker/run-worker.server';
import { openDatabase } from '~db/engine.server';

// A worker that sends what is due at the given time; its WhatsApp is a server of the test.
const [location = '{}', now = '0', apiUrl = ''] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(location) as { url?: string; file?: string });
const env = { APP_MODE: 'test', WHATSAPP_TOKEN: 't', WHATSAPP_PHONE_NUMBER_ID: '555', WHATSAPP_API_URL: apiUrl };
const app = await buildAppContext(readConfig(env), { database, clock: new SettableClock(Number(now)) });
await drainOutbox(app);
