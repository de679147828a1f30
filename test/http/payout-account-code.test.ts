import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInPerson } from '../factories/identity';
import { makeActiveMerchant } from '../factories/merchants';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('sqlite', { env: { ROLE: 'web' } });
});
afterAll(() => server.stop());

it('a second code asked for too soon: the page she came from, and how long to wait beside what she tapped', async () => {
  const { merchantId, ownerId } = await makeActiveMerchant(server.world);
  const session = await signInPerson(server.world, ownerId);
  const page = `/usaha/${merchantId}/rekening`;
  const ask = (path = `${page}/kode`) => server.send(path, { session, form: {} });
  expect((await ask()).headers.location).toBe(`${page}?kode=terkirim`);

  const refused = await ask();
  expect([refused.status, /<title>(.*?)<\/title>/.exec(refused.text)?.[1]]).toEqual([
    429,
    'Rekening pencairan · Pestarasa',
  ]);
  const beside = /<form[^>]*action="[^"]*\/rekening\/kode".*?<\/form>/.exec(refused.text)?.[0] ?? '';
  expect(beside).toMatch(/Kode baru bisa dikirim \d{1,2} detik lagi\./);
  // The first code still works, so its form stands there.
  for (const part of ['name="number"', 'name="proof" value="code"', 'Dipakai sekarang'])
    expect(refused.text).toContain(part);
  expect((await ask(`/en${page}/kode`)).text).toMatch(/A new code can be sent in \d{1,2} seconds\./);

  const opened = await server.send(`${page}/kode`, { session });
  expect([opened.status, opened.text.includes('detik lagi')]).toEqual([200, false]);
});
