import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { sendMessage } from '~/platform/message.server';
import { drainOutbox } from '~/worker/run-worker.server';
import { startScript } from '../setup/child-process';
import { onBothEngines } from '../setup/engines';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const act of cleanUp.splice(0)) await act();
});

onBothEngines('a process killed in the middle', (engine) => {
  it('loses nothing it said was stored, and leaves nothing half', async () => {
    const world = await engine.world();
    let first = 0;
    for (let round = 0; round < 3; round++) {
      const script = await startScript('test/database/write-until-killed.ts', [
        JSON.stringify(world.location),
        String(first),
      ]);
      await script.printed(30 + Math.floor(Math.random() * 40));
      await script.kill();
      const acknowledged = script.lines.map(Number);
      const rows = await world.db.selectFrom('platform_topic').select(['topic', 'touched_at as number']).execute();
      const stored = new Map<number, number>();
      for (const { number } of rows) stored.set(number, (stored.get(number) ?? 0) + 1);
      expect(acknowledged.filter((number) => !stored.has(number))).toEqual([]);
      expect([...stored.values()].every((halves) => halves === 2)).toBe(true);
      first = Math.max(...stored.keys()) + 1;
    }
  });

  it('while it sent a message has it sent again with the same key', async () => {
    const keys: string[] = [];
    let onRequest: () => void = () => undefined;
    let isSilent = true;
    const whatsapp = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        keys.push((JSON.parse(body) as { biz_opaque_callback_data: string }).biz_opaque_callback_data);
        onRequest();
        if (!isSilent) response.setHeader('content-type', 'application/json').end('{"messages":[{"id":"wamid.1"}]}');
      });
    });
    await new Promise<void>((resolve) => whatsapp.listen(0, '127.0.0.1', () => resolve()));
    cleanUp.push(async () => {
      whatsapp.closeAllConnections();
      whatsapp.close();
    });
    const apiUrl = `http://127.0.0.1:${(whatsapp.address() as AddressInfo).port}`;
    const world = await engine.world({
      env: { WHATSAPP_TOKEN: 't', WHATSAPP_PHONE_NUMBER_ID: '555', WHATSAPP_API_URL: apiUrl },
    });
    const now = world.clock.now();
    await world.inTransaction((tx) =>
      sendMessage(tx, {
        to: { phone: '+6281000000001' },
        template: 'sign_in_code',
        values: { code: '1' },
        key: 'k',
        now,
      }),
    );
    const arrived = new Promise<void>((resolve) => (onRequest = resolve));
    const script = await startScript('test/database/send-until-killed.ts', [
      JSON.stringify(world.location),
      String(now),
      apiUrl,
    ]);
    await arrived;
    await script.kill();
    isSilent = false;
    expect(await drainOutbox(world.app)).toEqual({ done: 0, waiting: 0, stuck: 0 });
    world.clock.advance(60_000);
    expect(await drainOutbox(world.app)).toEqual({ done: 1, waiting: 0, stuck: 0 });
    expect(keys).toEqual(['message:k', 'message:k']);
  });
});
