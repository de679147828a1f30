import { afterAll, beforeAll, expect, it } from 'vitest';
import type { E164 } from '~/shared/phone';
import { makePerson, readSentCode, signInPerson } from '../factories/identity';
import { nextPhone } from '../factories/merchants';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('sqlite', { env: { ROLE: 'web' } });
}, 120_000);
afterAll(() => server?.stop());

/** Asks for another number as a browser does; answers where it led. */
async function ask(session: string, toPhone: E164) {
  const Cookie = `sesi=${session}`;
  const sent = await server.send('/akun/nomor-hp', { headers: { Cookie }, form: { phone: toPhone } });
  expect(sent.headers.location).toBe('/akun/nomor-hp/kode');
  const pending = (sent.headers['set-cookie']?.[0] ?? '').split(';')[0];
  const code = await readSentCode(server.world.app, toPhone);
  const page = await server.send('/akun/nomor-hp/kode', { headers: { Cookie: `${Cookie}; ${pending}` } });
  expect(page.status).toBe(200);
  return server.send('/akun/nomor-hp/kode', { headers: { Cookie: `${Cookie}; ${pending}` }, form: { code } });
}

/** The address in the message to a number. */
async function readLink(phone: E164): Promise<string> {
  const rows = await server.world.db.selectFrom('platform_outbox').select('payload').execute();
  const mails = rows.map(({ payload }) => JSON.parse(payload) as { to?: { phone?: string }; path?: string });
  return mails.find(({ to, path }) => to?.phone === phone && path?.includes('/batal/'))?.path ?? '';
}

it('she asks with the code from the new number, sees until when it waits, and stops it herself', async () => {
  const { personId } = await makePerson(server.world);
  const session = await signInPerson(server.world, personId);
  expect((await server.send('/akun', { session })).text).toContain('/akun/nomor-hp');
  const asked = await ask(session, nextPhone());
  expect(asked.headers.location).toBe('/akun/nomor-hp');
  expect((await server.send('/akun/nomor-hp', { session })).text).toContain('menunggu sampai');
  const stopped = await server.send('/akun/nomor-hp/batal', { session, form: {} });
  expect(stopped.headers.location).toBe('/akun/nomor-hp');
  expect((await server.send('/akun/nomor-hp', { session })).text).toContain('Penggantian nomor dibatalkan');
});

it('the old number stops it by its link: opening shows, a tap acts, and then the link is over', async () => {
  const { personId, phone } = await makePerson(server.world);
  await ask(await signInPerson(server.world, personId), nextPhone());
  const link = await readLink(phone);
  for (let opened = 0; opened < 2; opened++)
    expect((await server.send(link)).text).toContain('Batalkan penggantian nomor?');
  const tapped = await server.send(link, { form: {} });
  expect(tapped.text).toContain('Penggantian nomor dibatalkan');
  expect((await server.send(link)).status).toBe(410);
  expect((await server.send(link, { form: {} })).status).toBe(410);
});

it('her own number, a wrong one and a forged way in between are refused with what was typed', async () => {
  const { personId, phone } = await makePerson(server.world);
  const session = await signInPerson(server.world, personId);
  const same = await server.send('/akun/nomor-hp', { session, form: { phone } });
  expect([same.status, same.text.includes('sudah dipakai akun Anda')]).toEqual([422, true]);
  const wrong = await server.send('/akun/nomor-hp', { session, form: { phone: '0812-34' } });
  expect([wrong.status, wrong.text.includes('value="0812-34"')]).toEqual([422, true]);
  const Cookie = `sesi=${session}; nomor-baru=${Buffer.from(nextPhone()).toString('base64url')}.x`;
  const forged = await server.send('/akun/nomor-hp/kode', { headers: { Cookie } });
  expect([forged.status, forged.headers.location]).toEqual([303, '/akun/nomor-hp']);
});
