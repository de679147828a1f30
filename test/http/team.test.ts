import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, signInPerson } from '../factories/identity';
import { makeUnpairedPhone, STALL_PIN } from '../factories/stall-phones';
import { makeOpenFestival } from '../factories/stalls';
import { type Answer, startServer, type TestServer } from '../setup/server';

const cookieOf = (answer: Answer, name: string) =>
  (answer.headers['set-cookie']?.find((cookie) => cookie.startsWith(`${name}=`)) ?? '').split(';')[0] ?? '';

describe.each(['sqlite', 'postgres'] as const)('a business’s team over HTTP (%s)', (engine) => {
  let server: TestServer;
  let stall: Awaited<ReturnType<typeof makeOpenFestival>>['stalls'][number];
  let owner: string;
  beforeAll(async () => {
    server = await startServer(engine, { env: { ROLE: 'web' } });
    const festival = await makeOpenFestival(server.world, [{}]);
    stall = festival.stalls[0]!;
    owner = await signInPerson(server.world, stall.ownerId);
  });
  afterAll(() => server?.stop());

  const team = () => `/usaha/${stall.merchantId}/tim`;

  /** What the phone at the stall holds after its link was opened and a PIN chosen. */
  async function pairPhone() {
    const { token, stallPhoneId } = await makeUnpairedPhone(server.world, {
      merchantId: stall.merchantId,
      madeBy: stall.ownerId,
    });
    const link = `/hp-lapak/pasang/${token}`;
    for (let opened = 0; opened < 2; opened++) expect((await server.send(link)).text).toContain('Pasang HP ini');
    const paired = await server.send(link, { form: { newPin: STALL_PIN, againPin: STALL_PIN } });
    expect([paired.status, paired.headers.location]).toEqual([303, `/usaha/${stall.merchantId}/papan`]);
    expect((await server.send(link)).status).toBe(410);
    return { stallPhoneId, phone: cookieOf(paired, 'hp-lapak'), session: cookieOf(paired, 'sesi') };
  }

  it('an owner sees who may do what, as the code has it, and invites a cashier by phone', async () => {
    const page = await server.send(team(), { session: owner });
    expect(page.status).toBe(200);
    for (const word of ['Siapa boleh apa', 'Pendamping', 'Mengatur tim', 'HP lapak']) expect(page.text).toContain(word);
    const invited = await server.send(team(), { session: owner, form: { phone: '0810-0000-7777', role: 'cashier' } });
    expect(invited.headers.location).toBe(`${team()}?kabar=diundang`);
    expect((await server.send(team(), { session: owner })).text).toContain('0810-••••-7777');
    const again = await server.send(team(), { session: owner, form: { phone: '0810-0000-7777', role: 'cashier' } });
    expect([again.status, again.text.includes('sudah diundang')]).toEqual([409, true]);
    const wrong = await server.send(team(), { session: owner, form: { phone: '0810-0000-7778', role: 'owner' } });
    expect([wrong.status, wrong.text.includes('value="0810-0000-7778"')]).toEqual([422, true]);
  });

  it('the last owner stays', async () => {
    const ended = await server.send(`${team()}/anggota/${stall.ownerId}/owner/akhiri`, { session: owner, form: {} });
    expect([ended.status, ended.text.includes('orang terakhir')]).toEqual([409, true]);
  });

  it('a cashier with a number of her own finds the boards, and nothing else of the business', async () => {
    const role = { scopeKind: 'merchant', scopeId: stall.merchantId, role: 'cashier' } as const;
    const { personId } = await makePerson(server.world, { role });
    const session = await signInPerson(server.world, personId);
    expect((await server.send('/usaha', { session })).text).toContain(`/usaha/${stall.merchantId}/papan`);
    const boards = await server.send(`/usaha/${stall.merchantId}/papan`, { session });
    expect(boards.text).toContain(`/papan/${stall.participationId}`);
    for (const place of ['', '/profil', '/dokumen', '/menu', '/tim', '/dompet', '/penjualan', '/festival'])
      expect((await server.send(`/usaha/${stall.merchantId}${place}`, { session })).status, place).toBe(404);
  });

  it('a stall’s phone opens the board with its PIN; signed out or over, its PIN is asked, and no number', async () => {
    const { phone, session } = await pairPhone();
    const board = `/papan/${stall.participationId}`;
    const Cookie = `${phone}; ${session}`;
    expect((await server.send(board, { headers: { Cookie } })).status).toBe(200);
    for (const place of ['/perangkat', '/dompet', '/usaha', `/usaha/${stall.merchantId}`, '/daftar/usaha'])
      expect((await server.send(place, { headers: { Cookie } })).status, place).toBe(404);
    const out = await server.send('/keluar', { headers: { Cookie }, form: {} });
    expect(out.headers.location).toBe('/hp-lapak');
    const asked = await server.send(board, { headers: { Cookie } });
    expect([asked.status, asked.headers.location]).toEqual([302, `/hp-lapak?lanjut=${encodeURIComponent(board)}`]);
    const wrong = await server.send('/hp-lapak', { headers: { Cookie: phone }, form: { pin: '9999' } });
    expect([wrong.status, wrong.text.includes('Masih bisa 4 kali lagi')]).toEqual([422, true]);
    expect(wrong.text).not.toContain('9999');
    const opened = await server.send('/hp-lapak', {
      headers: { Cookie: phone },
      form: { pin: STALL_PIN, lanjut: board },
    });
    expect([opened.status, opened.headers.location]).toEqual([303, board]);
    const fresh = `${phone}; ${cookieOf(opened, 'sesi')}`;
    expect((await server.send(board, { headers: { Cookie: fresh } })).status).toBe(200);
  });

  it('revoked, its next tap is refused, and its page says what to do', async () => {
    const { phone, session, stallPhoneId } = await pairPhone();
    const Cookie = `${phone}; ${session}`;
    const tap = () => server.send(`/papan/${stall.participationId}/detak`, { headers: { Cookie }, form: {} });
    expect((await tap()).status).toBe(204);
    const revoked = await server.send(`${team()}/hp-lapak/${stallPhoneId}/cabut`, { session: owner, form: {} });
    expect(revoked.headers.location).toBe(`${team()}?kabar=dicabut`);
    const refused = await tap();
    expect([refused.status, refused.headers.location?.startsWith('/hp-lapak?lanjut=')]).toEqual([303, true]);
    expect((await server.send('/hp-lapak', { headers: { Cookie: phone } })).text).toContain('bukan HP lapak');
    const opened = await server.send('/hp-lapak', { headers: { Cookie: phone }, form: { pin: STALL_PIN } });
    expect(opened.headers.location).toBe('/hp-lapak');
    expect((await server.send(`${team()}/hp-lapak/${stallPhoneId}`, { session: owner })).status).toBe(404);
  });

  it('a manager looks and changes nothing', async () => {
    const role = { scopeKind: 'merchant', scopeId: stall.merchantId, role: 'manager' } as const;
    const session = await signInPerson(server.world, (await makePerson(server.world, { role })).personId);
    const page = await server.send(team(), { session });
    expect([page.status, page.text.includes('Hanya pemilik usaha')]).toEqual([200, true]);
    expect(page.text).not.toContain('/akhiri');
    expect((await server.send(`${team()}/hp-lapak`, { session })).status).toBe(404);
  });
});
