import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { OrderRequest } from '~/domain/orders/place-orders.server';
import { requestFor } from '../factories/orders';
import { makeOpenFestival } from '../factories/stalls';
import { makeWallet } from '../factories/wallet';
import { onBothEngines, type World } from '../setup/engines';
import { brokenDay } from './day-invariants';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const CHILD = at('../../node_modules/.cache/pestarasa/kill-child.mjs');
const ROUNDS = 5;
const ORDERS = 500;

beforeAll(async () => {
  mkdirSync(at('../../node_modules/.cache/pestarasa'), { recursive: true });
  await build({
    entryPoints: [at('./kill-child.ts')],
    outfile: CHILD,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    target: 'node20',
    alias: { '~': at('../../app'), '~db': at('../../db') },
  });
});

/** Runs the child until it has said `killAfter` orders, kills it dead, and answers everything it said. */
function placeUntilKilled(world: World, templates: OrderRequest[], killAfter: number): Promise<string[]> {
  const task = JSON.stringify({ location: world.location, templates, orders: ORDERS, now: world.clock.now() });
  const child = spawn(process.execPath, [CHILD, task], { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    let complaints = '';
    child.stderr.on('data', (data: Buffer) => {
      complaints += data;
    });
    child.stdout.on('data', (data: Buffer) => {
      said += data;
      if (said.split('\n').length > killAfter) child.kill('SIGKILL');
    });
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the child ended by itself (${code}): ${complaints}`));
      // A line cut in the middle was not said.
      else resolve(said.split('\n').slice(0, -1));
    });
  });
}

onBothEngines('a process killed in the middle of orders', (engine) => {
  it('loses no order it acknowledged; money, portions and seconds add up after each of five rounds', {
    timeout: 90_000,
  }, async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [
      { cookedAtOnce: 60, portions: 10_000, dishes: [{ price: 1_000, makeSeconds: 60 }] },
      { cookedAtOnce: 60, portions: 10_000, dishes: [{ price: 1_000, makeSeconds: 60 }] },
    ]);
    const wallets = [];
    for (let count = 0; count < 8; count++) wallets.push(await makeWallet(world, { balance: 1_900_000 }));
    const templates = wallets.map((wallet) => requestFor(world, stalls, { wallet, price: 1_000 }));
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const said = await placeUntilKilled(world, templates, 20 + Math.floor(Math.random() * (ORDERS - 100)));
      expect(said.filter((line) => line.startsWith('refused'))).toEqual([]);
      acknowledged.push(...said);
      const kept = new Set(
        (await world.db.selectFrom('order_header').select('id').execute()).map((row) => row.id as string),
      );
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      expect(await brokenDay(world.db)).toEqual([]);
    }
    if (world.engine === 'sqlite') {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(world.db);
      expect(rows).toEqual([{ integrity_check: 'ok' }]);
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * 15);
  });
});
