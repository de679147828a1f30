import { randomFillSync } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { makeImages } from '~/platform/images.server';
import { makeDish } from '../factories/menus';
import { makeActiveMerchant } from '../factories/merchants';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
let address = '';

beforeAll(async () => {
  server = await startServer('sqlite');
  const { world } = server;
  const { merchantId } = await makeActiveMerchant(world);
  const dishId = await makeDish(world, { merchantId });
  const pixels = randomFillSync(Buffer.alloc(40 * 30 * 3));
  const sent = await sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } })
    .resize(1200)
    .jpeg()
    .toBuffer();
  const photo = await makeImages().readPhoto(sent);
  if (!photo.ok) throw new Error(photo.refusal.code);
  const set = await world.inTransaction((tx) =>
    setDishPhoto(tx, { dishId, merchantId, photo: photo.value, now: world.clock.now() }),
  );
  if (!set.ok) throw new Error(set.refusal.code);
  address = `/berkas/${set.value}`;
});
afterAll(() => server?.stop());

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(server.origin + path, { headers: { Accept: 'image/webp,*/*', ...headers } });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { response, width: (await sharp(bytes).metadata()).width, type: response.headers.get('content-type') };
};

it('a photo goes out as AVIF only to browsers that say they read it', async () => {
  const [webp, avif] = [await ask(address), await ask(address, { Accept: 'image/avif,image/webp,*/*' })];
  expect([webp.type, webp.width]).toEqual(['image/webp', 640]);
  expect([avif.type, avif.width]).toEqual(['image/avif', 640]);
  expect(webp.response.headers.get('etag')).not.toBe(avif.response.headers.get('etag'));
  for (const { response } of [webp, avif]) {
    expect(response.headers.get('vary')).toBe('Accept, Save-Data');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  }
});

it('its small size has an address of its own, and is what people get who save data', async () => {
  expect((await ask(`${address}/kecil`)).width).toBe(320);
  expect((await ask(address, { 'Save-Data': 'on' })).width).toBe(320);
  expect((await ask(`${address}/kecil`, { 'Save-Data': 'on' })).width).toBe(320);
});

it('is not sent again to who has it, and nothing else lives below it', async () => {
  const first = await ask(address);
  const again = await server.send(address, {
    headers: { Accept: 'image/webp,*/*', 'If-None-Match': String(first.response.headers.get('etag')) },
  });
  expect([again.status, again.text]).toEqual([304, '']);
  for (const path of [`${address}/besar`, `${address}/kecil/x`, '/berkas/fil_x', '/berkas']) {
    expect((await server.send(path)).status, path).toBe(404);
  }
});
