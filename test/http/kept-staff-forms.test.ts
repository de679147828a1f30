import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFestival } from '~/domain/festivals/read-festival.server';
import { addMember } from '~/domain/identity/add-member.server';
import { readDevices } from '~/domain/identity/read-session.server';
import { revokeSession } from '~/domain/identity/revoke-session.server';
import { askRequest } from '~/domain/privacy/ask-request.server';
import { takeRequest } from '~/domain/privacy/take-request.server';
import { LESSONS } from '~/domain/training/training';
import { proposePayoutAccount } from '~/domain/wallet/propose-payout-account.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { clockOf, dayOf } from '~/shared/time';
import { makeApplicant, makeFestival, makeRunningFestival } from '../factories/festivals';
import { makePerson, signInPerson } from '../factories/identity';
import { accepted, makeActiveMerchant } from '../factories/merchants';
import { makePaperPage } from '../factories/papers';
import { plantCertificate, takeQuiz } from '../factories/training';
import { HttpBrowser } from '../setup/http-browser';
import { startServer, type TestServer } from '../setup/server';

interface Kept {
  to: string;
  /** Where the form stands; its own address unless told. */
  page?: string;
  form: Record<string, string>;
  shows: string;
}

describe('a form of an organiser, a verifier or an operator, sent when the session had ended', () => {
  let server: TestServer;
  let staffId: PersonId;
  let places: Awaited<ReturnType<typeof makePlaces>>;
  beforeAll(async () => {
    server = await startServer('sqlite', { env: { ROLE: 'web' } });
    places = await makePlaces();
  });
  afterAll(() => server.stop());

  /** Somebody who is an operator and an organiser, and something to do at every desk. */
  async function makePlaces() {
    const { world } = server;
    const now = world.clock.now();
    const operator = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
    staffId = (await makePerson(world, { role: operator })).personId;
    const open = await makeFestival(world);
    const { organisationId } = open;
    const draft = await makeFestival(world, { organiser: open, state: 'draft', name: 'Pesta Rasa Draf' });
    const running = await makeRunningFestival(world, { organiser: open, name: 'Pesta Rasa Malam' });
    const role = { scopeKind: 'organisation', scopeId: organisationId, role: 'organiser' } as const;
    await world.inTransaction((tx) => addMember(tx, { ...role, personId: staffId, createdBy: null, now }));
    const applicant = await makeApplicant(world, open.festivalId);
    await makePaperPage(world, applicant);
    const [participant] = running.stalls;
    for (const learner of [applicant, participant!])
      for (let turn = 0; turn < 3; turn++)
        await takeQuiz(world, learner, { lesson: LESSONS[0].slug, answers: 'wrong' });
    const { revision } = await world.db
      .selectFrom('merchant_document')
      .select('revision')
      .where('merchant_id', '=', applicant.merchantId)
      .where('kind', '=', 'ktp')
      .executeTakeFirstOrThrow();
    const waiting = await makeActiveMerchant(world, { state: 'submitted' });
    const { secrets } = world.app.ports;
    const account = { bank: '002', number: '001201001234821', holder: 'Siti' };
    const proposal = { ...account, merchantId: waiting.merchantId, by: waiting.ownerId, secrets, now };
    const accountId = accepted(await world.inTransaction((tx) => proposePayoutAccount(tx, proposal)));
    const correction = { field: 'other', wanted: 'Alamat' } as const;
    const wish = { personId: waiting.ownerId, kind: 'correction', correction, now } as const;
    const requestId = await world.inTransaction((tx) => askRequest(tx, wish));
    accepted(await world.inTransaction((tx) => takeRequest(tx, { requestId, by: staffId, now })));
    const certificate = await plantCertificate(world, { merchantId: waiting.merchantId, personId: waiting.ownerId });
    const desk = `/penyelenggara/${organisationId}`;
    return {
      desk,
      open: `${desk}/festival/${open.festivalId}`,
      draft: `${desk}/festival/${draft.festivalId}`,
      running: `${desk}/festival/${running.festivalId}`,
      applicant: `${desk}/festival/${open.festivalId}/pendaftar/${applicant.applicationId}`,
      draftDates: await datesOf(draft.festivalId),
      applied: applicant.merchantId,
      takesPart: participant!.merchantId,
      paper: `/operator/dokumen/${applicant.merchantId}/ktp`,
      section: `/operator/periksa/${waiting.merchantId}/business`,
      account: `/operator/rekening/${accountId}`,
      request: `/operator/privasi/${requestId}`,
      certificate: `/operator/sertifikat/${certificate.id}`,
      check: { revision: String(revision), outcome: 'does_not_fit', note: 'Nama di foto berbeda' },
      now,
    };
  }
  type Places = typeof places;

  async function datesOf(festivalId: FestivalId): Promise<Record<string, string>> {
    const { zone, ...festival } = (await readFestival(server.world.db, festivalId))!;
    return {
      name: festival.name,
      place: festival.place,
      firstDay: festival.startsOn,
      opens: festival.opens,
      closes: festival.closes,
      loadInDay: dayOf(festival.loadInAt, zone),
      loadInClock: clockOf(festival.loadInAt, zone),
      callClosesDay: dayOf(festival.callClosesAt, zone),
      callClosesClock: clockOf(festival.callClosesAt, zone),
      offerHours: String(festival.offerHours),
    };
  }

  const talk = (usaha: string, { now }: Places) => ({
    usaha,
    alasan: 'failed_thrice',
    pelajaran: LESSONS[0].slug,
    sejak: String(now),
    note: 'Dibantu membaca soal kedua',
  });
  const FORMS: [string, (at: Places) => Kept][] = [
    [
      'a new festival',
      ({ desk }) => ({
        to: `${desk}/festival/baru`,
        form: {
          template: 'three_days',
          name: 'Pesta Rasa Musi',
          regionCode: '1671',
          place: 'Tepi Musi',
          firstDay: '2027-05-01',
          boothCount: '12',
        },
        shows: 'Pesta Rasa Musi',
      }),
    ],
    [
      'dates and words of a festival',
      ({ draft, draftDates }) => ({
        to: `${draft}/ubah`,
        form: { ...draftDates, story: 'Dua puluh lapak di tepi Musi' },
        shows: 'Dua puluh lapak di tepi Musi',
      }),
    ],
    [
      'the questions of a call',
      ({ draft }) => ({
        to: `${draft}/ubah/pertanyaan`,
        form: { label1: 'Listrik berapa watt?', kind1: 'number', required1: 'yes' },
        shows: 'Listrik berapa watt?',
      }),
    ],
    [
      'its papers',
      ({ draft }) => ({
        to: `${draft}/ubah/dokumen`,
        form: { bpom: 'required' },
        shows: 'id="f-bpom" checked="" value="required"',
      }),
    ],
    [
      'its quotas',
      ({ draft }) => ({ to: `${draft}/ubah/kuota`, form: { dishName: 'tekwan', dishNameLimit: '3' }, shows: 'tekwan' }),
    ],
    [
      'its plan',
      ({ draft }) => ({ to: `${draft}/ubah/denah`, form: { boothCount: '7', columns: '7' }, shows: 'value="7"' }),
    ],
    [
      'its training rule',
      ({ draft }) => ({ to: `${draft}/ubah/pelatihan`, form: { kind: 'minimum', amount: '9' }, shows: 'value="9"' }),
    ],
    [
      'an incident',
      ({ running }) => ({
        to: `${running}/kendali/kejadian`,
        form: { kind: 'other', booth: 'all', severity: 'low', text: 'Genset utara mati' },
        shows: 'Genset utara mati',
      }),
    ],
    [
      'news for the stalls',
      ({ running }) => ({
        to: `${running}/kendali/kabar`,
        form: { key: 'kbr_0123456789', booth: 'all', text: 'Air bersih ada di pintu timur' },
        shows: 'Air bersih ada di pintu timur',
      }),
    ],
    ['what somebody found in a paper', ({ paper, check }) => ({ to: paper, form: check, shows: check.note })],
    [
      'what an organiser found in a paper',
      ({ applicant, check }) => ({
        to: `${applicant}/dokumen/ktp`,
        form: { ...check, note: 'Foto sisi belakang kurang', level: 'festival' },
        shows: 'Foto sisi belakang kurang',
      }),
    ],
    [
      'what an applicant should change, on her page',
      ({ applicant }) => ({
        to: `${applicant}/kembalikan`,
        page: applicant,
        form: { why: 'Tulis kebutuhan listrik' },
        shows: 'Tulis kebutuhan listrik',
      }),
    ],
    [
      'why a section is sent back',
      ({ section }) => ({
        to: section,
        form: { revision: '1', reason: 'other', fix: 'Alamat belum lengkap' },
        shows: 'Alamat belum lengkap',
      }),
    ],
    [
      'why an account is refused',
      ({ account }) => ({
        to: account,
        form: { reason: 'holder_differs', fix: 'Nama pemilik berbeda' },
        shows: 'Nama pemilik berbeda',
      }),
    ],
    [
      'why a request about personal data is refused',
      ({ request }) => ({
        to: `${request}/tolak`,
        page: request,
        form: { reason: 'correct_already', answer: 'Bukan data Anda' },
        shows: 'Bukan data Anda',
      }),
    ],
    [
      'why a certificate is taken back',
      ({ certificate }) => ({
        to: certificate,
        form: { why: 'Dua huruf terbalik', again: 'now' },
        shows: 'Dua huruf terbalik',
      }),
    ],
    [
      'what came of a talk',
      (at) => ({ to: '/operator/pendampingan', form: talk(at.applied, at), shows: 'soal kedua' }),
    ],
    [
      'what came of an organiser’s talk',
      (at) => ({ to: `${at.desk}/pendampingan`, form: talk(at.takesPart, at), shows: 'soal kedua' }),
    ],
    [
      'why a festival is postponed',
      ({ open }) => ({ to: `${open}/keadaan/tunda`, form: { why: 'Sungai meluap' }, shows: 'Sungai meluap' }),
    ],
    [
      'what data is wrong, of anybody',
      () => ({
        to: '/privasi/perbaikan',
        form: { field: 'other', wanted: 'Nomor rumah 17, bukan 71' },
        shows: 'Nomor rumah 17, bukan 71',
      }),
    ],
  ];

  it.each(FORMS)('%s: stands there again, says it is not saved, and is forgotten once it is', async (_, wish) => {
    const { world, origin } = server;
    const { to, page = to, form, shows } = wish(places);
    const browser = new HttpBrowser(origin, await signInPerson(world, staffId));
    expect((await browser.visit(page)).text).not.toContain(shows);
    const now = world.clock.now();
    for (const { sessionId } of await readDevices(world.db, { personId: staffId, now }))
      await world.inTransaction((tx) => revokeSession(tx, { sessionId, personId: staffId, now }));
    const door = await browser.visit(to, form);
    expect([door.status, String(door.headers.location).startsWith('/masuk?lanjut=')]).toEqual([303, true]);

    browser.jar.set('sesi', await signInPerson(world, staffId));
    const back = await browser.visit(page);
    expect(back.text).toContain(shows);
    expect(back.text).toContain('Belum tersimpan, karena Anda harus masuk lagi.');
    const saved = await browser.visit(to, form);
    expect([saved.status, browser.jar.has('isian')]).toEqual([303, false]);
    expect((await browser.visit(page)).text).not.toContain('Belum tersimpan');
  });
});
