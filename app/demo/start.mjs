// `npm run demo`: installs and builds what is missing, then serves the demo. `-- --lan` lets phones near you in.
import { spawn } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, requireNode, root } from '../server/prepare.mjs';

requireNode();
ensureInstalled();
ensureBuilt();

const port = process.env.PORT ?? '3000';
const lan = process.argv.includes('--lan');
const hosts = ['localhost', '127.0.0.1', ...(lan ? addressesNearby() : [])];
const env = {
  ...process.env,
  NODE_ENV: 'production',
  APP_MODE: 'demo',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  PORT: port,
  HOST: process.env.HOST ?? (lan ? '0.0.0.0' : '127.0.0.1'),
  DATA_DIR: process.env.DATA_DIR ?? join(root, 'data/demo'),
  ORIGINS: process.env.ORIGINS ?? hosts.map((host) => `http://${host}:${port}`).join(','),
};
const server = spawn(process.execPath, [join(root, 'build/server/main.js')], { cwd: root, env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));

function addressesNearby() {
  return Object.values(networkInterfaces())
    .flat()
    .filter((address) => address && address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);
}
