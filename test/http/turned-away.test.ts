import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeOrderLane } from '~/server/order-lane/order-lane';
import { makeTurns } from '~/server/turns';
import { prepareOrder } from '../factories/prepared-orders';
import { makeOpenFestival, type OpenStall } from '../factories/stalls';
import { type FrontDoor, openFrontDoor } from '../setup/front-door';
import { type Answer, send } from '../setup/http-client';
import { makeWorld, type World } from '../setup/world';

let world: World;
let stall: OpenStall;
let door: FrontDoor | undefined;

beforeEach(async () => {
  world = await makeWorld('sqlite');
  const { stalls } = await makeOpenFestival(world, [{}]);
  stall = stalls[0]!;
});
afterEach(async () => {
  await door?.close();
  door = undefined;
  await world.close();
});

const page = () => new Response('<!doctype html><p>page', { headers: { 'Content-Type': 'text/html' } });
const broken = () =>
  new Response('<!doctype html><p>broken', { status: 500, headers: { 'Content-Type': 'text/html' } });

async function payAt({ origin }: FrontDoor): Promise<Answer> {
  const { headers, form } = prepareOrder(world, [stall]);
  return send(origin, '/keranjang/bayar', { headers, form: { ...form, pin: '748391' } });
}

function expectKept({ status, headers, text }: Answer): void {
  expect(status).toBe(503);
  expect(headers['retry-after']).toBe('5');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['set-cookie']).toBeUndefined();
  expect(text).toContain('<form method="post"><input type="hidden" name="cara" value="tunai">');
  expect(text).not.toContain('748391');
}

describe('whoever is turned away', () => {
  it('by a full queue of orders keeps her basket and what she chose; with room she gets in', async () => {
    door = await openFrontDoor(world.app, page, { lane: makeOrderLane(world.app, { waitingMax: 0 }) });
    const answer = await payAt(door);
    expectKept(answer);
    expect(answer.text).toContain('Keranjang aman; coba lagi dalam 5 detik.');
    await door.close();
    door = await openFrontDoor(world.app, page, { lane: makeOrderLane(world.app, { waitingMax: 5 }) });
    const { headers, form } = prepareOrder(world, [stall]);
    expect((await send(door.origin, '/keranjang/bayar', { headers, form })).status).toBe(303);
  });

  it('by pages that wait already is told so before anything is begun; with room she gets in', async () => {
    let asked = 0;
    const count = () => {
      asked += 1;
      return page();
    };
    door = await openFrontDoor(world.app, count, { turns: makeTurns({ waitingMax: 0 }) });
    const busy = await send(door.origin, '/dompet/isi', { form: { jumlah: '50000' } });
    expect([busy.status, busy.headers['retry-after']]).toEqual([503, '5']);
    expect(busy.text).toContain('<input type="hidden" name="jumlah" value="50000">');
    expect((await send(door.origin, '/dompet?dari=1')).status).toBe(503);
    expect(asked).toBe(0);
    await door.close();
    door = await openFrontDoor(world.app, count, { turns: makeTurns({ waitingMax: 1 }) });
    expect((await send(door.origin, '/dompet?dari=1')).status).toBe(200);
  });

  it('by a process that stops is told so before anything is begun, and so is who asks after its health', async () => {
    let asked = 0;
    const count = () => {
      asked += 1;
      return page();
    };
    door = await openFrontDoor(world.app, count, { lane: makeOrderLane(world.app), isStopping: () => true });
    expectKept(await payAt(door));
    const look = await send(door.origin, '/dompet?dari=1');
    expect([look.status, look.text.includes('href="/dompet?dari=1"')]).toEqual([503, true]);
    expect((await send(door.origin, '/health')).status).toBe(503);
    expect(asked).toBe(0);
    expect(await world.db.selectFrom('order_header').select('id').execute()).toEqual([]);
  });

  it('by a page that met a full queue or a database that takes nothing reads 503; a bug stays 500', async () => {
    door = await openFrontDoor(world.app, (request, context) => {
      if (new URL(request.url).pathname === '/dompet/isi') context.tellTooBusy();
      return broken();
    });
    const form = { jumlah: '50000', catatan: '<b>"isi"</b>' };
    const busy = await send(door.origin, '/dompet/isi', { form });
    expect([busy.status, busy.headers['retry-after']]).toEqual([503, '5']);
    expect(busy.text).toContain('name="catatan" value="&lt;b&gt;&quot;isi&quot;&lt;/b&gt;"');
    expect((await send(door.origin, '/dompet/pin', { form: { pin: '1' } })).status).toBe(500);
  });
});
