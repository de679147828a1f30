import { makeFirstOperator } from '~/domain/identity/make-first-operator.server';
import { makeTopUpRails } from '~/integrations/top-up-rails';
import type { AppContext } from '~/platform/app-context';
import { buildAppContext } from '~/platform/build-app-context.server';
import { ConfigProblem, readConfig } from '~/platform/config.server';
import type { E164 } from '~/shared/phone';
import { startWorker } from '~/worker/start-worker.server';
import { openClock } from './open-clock';
import { STOP_MS_MAX, startWeb, type WebOptions } from './start-web';

/** Starts everything this process does, and stops it on SIGTERM and SIGINT: no new work, finish, close, gone in 5 s. */
export async function runProcess(options: Pick<WebOptions, 'build' | 'clientFolder' | 'beforeRemix'>): Promise<void> {
  const app = await openApp();
  const { config } = app;
  const web =
    config.role === 'worker'
      ? null
      : await startWeb({
          ...options,
          app,
          origins: config.origins,
          trustProxyHops: config.trustProxyHops,
          port: config.port,
          host: config.host,
        }).catch((error) => refusePort(error, config.port));
  const worker = config.role === 'web' ? null : startWorker(app);
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
    app.logger.info({ signal }, 'stopping');
    void Promise.all([web?.stop(), worker?.stop()])
      .then(() => app.close())
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (!web) return;
  const [origin = ''] = config.origins;
  // Scripts read demo.json as soon as they hear that the demo is ready.
  const welcome = config.mode === 'demo' ? await (await import('~/demo/welcome')).writeWelcome(app, origin) : '';
  process.stdout.write(`Siap: ${origin}\n${welcome}`);
}

/** A port that somebody else has is no failure of ours: said in one line. */
function refusePort(error: unknown, port: number): never {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  process.stderr.write(`Port ${port} sudah dipakai; pilih yang lain, misalnya PORT=${port + 1}. (port in use)\n`);
  process.exit(78);
}

async function openApp(): Promise<AppContext> {
  try {
    const config = readConfig(process.env);
    const clock = openClock(config);
    const rails = makeTopUpRails(config);
    if (config.mode === 'demo') await (await import('~/demo/prepare-demo')).prepareDemo(config, { rails });
    const app = await buildAppContext(config, { clock, rails });
    const phone = config.operatorPhone as E164 | null;
    if (phone) await app.inTransaction((tx) => makeFirstOperator(tx, { phone, now: app.clock.now() }));
    return app;
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}
