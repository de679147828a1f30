import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER_LENGTH_MAX } from '~/domain/festivals/application';
import { QUESTIONS_MAX } from '~/domain/festivals/festival';
import { setQuestions } from '~/domain/festivals/set-questions.server';
import { readDevices } from '~/domain/identity/read-session.server';
import { revokeSession } from '~/domain/identity/revoke-session.server';
import type { PersonId } from '~/shared/ids';
import { makeFestival } from '../factories/festivals';
import { makePerson, signInPerson } from '../factories/identity';
import { makeDish } from '../factories/menus';
import { makeActiveMerchant } from '../factories/merchants';
import { photoOf } from '../factories/papers';
import { HttpBrowser } from '../setup/http-browser';
import { startServer, type TestServer } from '../setup/server';
import { MULTIPART, multipart, type Part } from './multipart';

describe('a form sent when the session had ended', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer('sqlite', { env: { ROLE: 'web' } });
  });
  afterAll(() => server.stop());

  async function endSessions(personId: PersonId): Promise<void> {
    const now = server.world.clock.now();
    for (const { sessionId } of await readDevices(server.world.db, { personId, now }))
      await server.world.inTransaction((tx) => revokeSession(tx, { sessionId, personId, now }));
  }

  /** A shop with a dish and a festival to apply to, its owner's browser, and her next session once this one has ended. */
  async function openShop() {
    const { world } = server;
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const dishId = await makeDish(world, { merchantId });
    const { festivalId, slug, organiserId: by } = await makeFestival(world);
    const asked = Array.from({ length: QUESTIONS_MAX }, (_, i) => ({ label: `Pertanyaan ${i}` }));
    const questions = asked.map((one) => ({ ...one, kind: 'long_text', required: 'no' }) as const);
    await world.inTransaction((tx) => setQuestions(tx, { festivalId, questions, by, now: world.clock.now() }));
    const browser = new HttpBrowser(server.origin, await signInPerson(world, ownerId));
    await endSessions(ownerId);
    const ids = await world.db
      .selectFrom('festival_question')
      .select('id')
      .where('festival_id', '=', festivalId)
      .execute();
    return {
      browser,
      merchantId,
      dishId,
      ownerId,
      slug,
      questions: ids.map(({ id }) => id),
      at: `/usaha/${merchantId}`,
    };
  }
  type Shop = Awaited<ReturnType<typeof openShop>>;

  const signsIn = async (browser: HttpBrowser, personId: PersonId) => {
    browser.jar.set('sesi', await signInPerson(server.world, personId));
  };

  const DISH = { name: 'Tekwan kuah udang', price: '18000', minutes: '7', halal: 'unknown', spice: '' };
  const answerTo = (text: string, { questions }: Shop) => Object.fromEntries(questions.map((id) => [id, text]));
  const FORMS: [string, (shop: Shop) => { to: string; page?: string; form: Record<string, string>; shows: string }][] =
    [
      [
        'the profile of her business',
        ({ at }) => ({
          to: `${at}/profil`,
          form: {
            stallName: 'Pempek Cek Ida',
            ownerName: 'Ida',
            phone: '081000000777',
            city: 'Kota Palembang',
            district: 'Bukitkecil',
            category: 'fish_cakes',
            story: 'Resep nenek sejak 1974',
          },
          shows: 'Resep nenek sejak 1974',
        }),
      ],
      ['a new dish', ({ at }) => ({ to: `${at}/menu`, form: DISH, shows: 'Tekwan kuah udang' })],
      [
        'a dish',
        ({ at, dishId }) => ({
          to: `${at}/menu/${dishId}`,
          form: { ...DISH, description: 'Kuah kaldu kepala udang' },
          shows: 'Kuah kaldu kepala udang',
        }),
      ],
      [
        'the options of a dish, on the page of the dish',
        ({ at, dishId }) => ({
          to: `${at}/menu/${dishId}/pilihan`,
          page: `${at}/menu/${dishId}`,
          form: { group: 'Ukuran mangkuk', rule: 'one', options: 'Kecil\nBesar 5000' },
          shows: 'Ukuran mangkuk',
        }),
      ],
      [
        'what a dish costs her',
        ({ at, dishId }) => ({ to: `${at}/menu/${dishId}/modal`, form: { cost: '4321' }, shows: '4321' }),
      ],
      [
        'her hours',
        ({ at }) => ({
          to: `${at}/jam`,
          form: Object.fromEntries(
            [1, 2, 3, 4, 5, 6, 7].flatMap((day) => [
              [`state${day}`, 'open'],
              [`opens${day}`, '06.17'],
              [`closes${day}`, '21.00'],
            ]),
          ),
          shows: '06.17',
        }),
      ],
      [
        'whom to call',
        ({ at, ownerId }) => ({
          to: `${at}/kontak`,
          form: { complaints: ownerId, emergency: '081000000778' },
          shows: '081000000778',
        }),
      ],
      [
        'a draft of her application',
        (shop) => ({
          to: `${shop.at}/festival/${shop.slug}`,
          form: answerTo('Dua kompor dan satu panci besar', shop),
          shows: 'Dua kompor dan satu panci besar',
        }),
      ],
    ];

  it.each(FORMS)('%s: stands there again, says it is not saved, and is forgotten once it is', async (_, wish) => {
    const shop = await openShop();
    const { browser, ownerId } = shop;
    const { to, page = to, form, shows } = wish(shop);
    const door = await browser.visit(to, form);
    expect([door.status, door.headers.location]).toEqual([303, `/masuk?lanjut=${encodeURIComponent(to)}`]);

    const somebodyElse = await makePerson(server.world, {
      role: { scopeKind: 'merchant', scopeId: shop.merchantId, role: 'manager' },
    });
    await signsIn(browser, somebodyElse.personId);
    expect((await browser.visit(page)).text).not.toContain(shows);

    await signsIn(browser, ownerId);
    const back = await browser.visit(page);
    expect(back.text).toContain(shows);
    expect(back.text).toContain('Belum tersimpan, karena Anda harus masuk lagi.');
    const saved = await browser.visit(to, form);
    expect([saved.status, browser.jar.has('isian')]).toEqual([303, false]);
    expect((await browser.visit(page)).text).not.toContain('Belum tersimpan');
  });

  it('six long answers of an application about to be sent fit, and either button forgets them', async () => {
    const shop = await openShop();
    const { browser, ownerId, at, slug, questions } = shop;
    const page = `${at}/festival/${slug}`;
    // Letters in no order: nobody's answer is harder to pack.
    const long = () => Array.from(randomBytes(ANSWER_LENGTH_MAX), (byte) => String.fromCharCode(97 + (byte % 26)));
    const form = Object.fromEntries(questions.map((id) => [id, long().join('')]));
    await browser.visit(`${page}/kirim`, form);
    await signsIn(browser, ownerId);
    const shown = await browser.visit(page);
    for (const answer of Object.values(form)) expect(shown.text).toContain(answer);
    expect((await browser.visit(`${page}/kirim`)).text).toContain('Belum tersimpan');
    expect((await browser.visit(page, answerTo('Panci', shop))).status).toBe(303);
    expect(browser.jar.has('isian')).toBe(false);
  });

  it.each([
    ['a small photo', 200],
    ['a photo longer than is read from somebody not signed in', 700 * 1024],
  ])('what was typed beside %s is kept; the page says that the photo is not', async (_, padding) => {
    const { browser, ownerId, at } = await openShop();
    const path = `${at}/dokumen/nib`;
    const parts: Part[] = [
      { name: 'answer', value: 'have' },
      { name: 'number', value: '9120000000001' },
      { name: 'issuedOn', value: '2024-05-06' },
      {
        name: 'camera',
        value: {
          fileName: 'IMG_0001.jpg',
          type: 'image/jpeg',
          bytes: Buffer.concat([await photoOf(), Buffer.alloc(padding, 7)]),
        },
      },
    ];
    const door = await browser.sendFiles(path, { body: multipart(parts), type: MULTIPART });
    expect(door.status).toBe(303);
    await signsIn(browser, ownerId);
    const back = await browser.visit(path);
    for (const kept of ['value="9120000000001"', 'value="2024-05-06"', 'Foto atau berkas tidak ikut'])
      expect(back.text).toContain(kept);
    expect(await server.world.db.selectFrom('merchant_document_page').select('file_id').execute()).toEqual([]);
  });

  it('a code or PIN that proves who she is does not come along', async () => {
    const { browser, ownerId, at } = await openShop();
    const account = { bank: 'bri', number: '012301004567890', holder: 'Ida', proof: 'code', secret: '918273' };
    await browser.visit(`${at}/rekening`, account);
    await signsIn(browser, ownerId);
    const back = await browser.visit(`${at}/rekening?kode=terkirim`);
    expect(back.text).toContain('012301004567890');
    expect(back.text).not.toContain('918273');
  });
});
