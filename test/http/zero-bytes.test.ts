import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../setup/server';
import { makeRightsFixture, type RightsFixture } from './rights-fixture';

// PostgreSQL stores no zero byte and answers an error; SQLite ends some texts there.
describe.each(['sqlite', 'postgres'] as const)('a zero byte (%s)', (engine) => {
  let server: TestServer;
  let fixture: RightsFixture;
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
    fixture = await makeRightsFixture(server.world);
  }, 60_000);
  afterAll(() => server.stop());

  it('in a field of sign-up that is kept as typed is taken out', async () => {
    const session = (await fixture.sessionOf('person')) ?? undefined;
    const answer = await server.send('/daftar/isian', { form: { stallName: 'Warung\u0000 Rini\u0007' }, session });
    expect(answer.status).toBe(200);
    const kept = await server.world.db.selectFrom('merchant_sign_up_answer').select('typed').execute();
    expect(kept).toEqual([{ typed: 'Warung Rini' }]);
  });

  it('in the name of a group of choices, a claim code and a dish is no failure', async () => {
    const { merchantId, dishId } = fixture.mine;
    const session = (await fixture.sessionOf('owner')) ?? undefined;
    const forms: [string, Record<string, string>][] = [
      [`/usaha/${merchantId}/menu/${dishId}/pilihan/hapus`, { group: 'Level\u0000' }],
      [`/usaha/${merchantId}/menu`, { name: 'Tekwan\u0000', price: '10000' }],
      ['/klaim', { claimCode: 'K7M2Q\u00009RTX4' }],
    ];
    for (const [path, form] of forms)
      expect((await server.send(path, { form, session })).status, path).toBeLessThan(500);
  });

  it("in the name of an office's file is no failure either", async () => {
    const session = (await fixture.sessionOf('organiser')) ?? undefined;
    const path = `/penyelenggara/${fixture.mine.organisationId}/impor`;
    const body =
      '--x\r\nContent-Disposition: form-data; name="berkas"; filename="usaha\u0000\u0007.csv"\r\n\r\n' +
      'nama usaha;hp;menu;harga\nWarung Rini;0810-0000-7009;Tekwan;10.000\n\r\n--x--\r\n';
    const headers = { Origin: server.origin, 'Content-Type': 'multipart/form-data; boundary=x' };
    const answer = await server.send(path, { method: 'POST', headers, body, session });
    expect(answer.status).toBeLessThan(500);
  });
});
