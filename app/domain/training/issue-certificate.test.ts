import jsqr from 'jsqr';
import { expect, it } from 'vitest';
import { certificateSheet } from '~/components/training/certificate-sheet';
import { archiveDish } from '~/domain/menus/archive-dish.server';
import { updateProfile } from '~/domain/merchants/update-profile.server';
import { type Fences, NO_FENCES } from '~/shared/fences';
import type { MerchantId, PersonId } from '~/shared/ids';
import { DAY_MS } from '~/shared/time';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import {
  finishCourse,
  passEveryQuiz,
  plantCertificate,
  takeQuiz,
  tellLastMonth,
} from '../../../test/factories/training';
import { onBothEngines } from '../../../test/setup/engines';
import { readBeforeWriting } from '../../../test/setup/meeting';
import { readSheet } from '../../../test/setup/read-pdf';
import { certificateState } from './certificate';
import { drawCertificate } from './draw-certificate.server';
import { eraseFromTraining } from './erase-person.server';
import { exportTraining } from './export-person.server';
import { issueCertificate } from './issue-certificate.server';
import { readCertificate, readLastCertificate, readNewestCertificates } from './read-certificate.server';
import { revokeCertificate } from './revoke-certificate.server';
import { LESSONS } from './training';

onBothEngines('certificates', (engine) => {
  const begin = async (wishes: Parameters<typeof makeActiveMerchant>[1] = {}) => {
    const world = await engine.world();
    const merchant = await makeActiveMerchant(world, wishes);
    const { merchantId, ownerId: personId } = merchant;
    const learner = { merchantId, ownerId: personId, phone: merchant.phone };
    const issue = (now = world.clock.now(), fences?: Fences) =>
      world.inTransaction((tx) => issueCertificate(tx, { merchantId, personId, now, fences }));
    const rows = () => world.db.selectFrom('training_certificate').selectAll().execute();
    const revoke = (again: 'now' | 'later', now: number, by: PersonId = merchant.ownerId) =>
      world.inTransaction(async (tx) => {
        const last = await readLastCertificate(tx, merchant.merchantId);
        if (!last) throw new Error('nothing to revoke');
        return revokeCertificate(tx, { certificateId: last.id, why: 'Nama salah tulis', again, by, now });
      });
    return { world, ...merchant, learner, issue, rows, revoke };
  };
  const everyDish = async (world: Awaited<ReturnType<typeof begin>>['world'], merchantId: MerchantId) =>
    world.db.selectFrom('menu_dish').select('id').where('merchant_id', '=', merchantId).execute();

  it('nothing is certified before every quiz is passed and every practice is true', async () => {
    const { world, learner, issue, rows } = await begin();
    const everything = LESSONS.map(({ slug }) => slug);
    expect(await issue()).toEqual({
      ok: false,
      refusal: { code: 'course_unfinished', lessons: everything, of: LESSONS.length },
    });
    await takeQuiz(world, learner, { lesson: LESSONS[0].slug, answers: 'wrong' });
    expect((await issue()).ok).toBe(false);
    await passEveryQuiz(world, learner);
    expect(await issue()).toMatchObject({ ok: false, refusal: { code: 'course_unfinished' } });
    expect(await rows()).toEqual([]);
  });

  it('what a page showed a moment ago does not count: a practice undone since is refused', async () => {
    const { world, learner, issue, rows, merchantId, ownerId } = await begin();
    await finishCourse(world, learner);
    for (const { id } of await everyDish(world, merchantId)) {
      const options = { dishId: id, merchantId, by: ownerId, now: world.clock.now() };
      accepted(await world.inTransaction((tx) => archiveDish(tx, options)));
    }
    expect(await issue()).toMatchObject({ ok: false, refusal: { code: 'course_unfinished' } });
    expect(await rows()).toEqual([]);
  });

  it('once the data says so it is issued with the names of that moment, and stays as printed', async () => {
    const { world, learner, issue, merchantId, ownerId } = await begin({ stallName: 'Pempek 🔥 Siti' });
    await finishCourse(world, learner);
    const issued = accepted(await issue());
    expect(issued).toMatchObject({
      holder: 'Siti',
      stall: 'Pempek Siti',
      city: 'Kota Palembang',
      lessons: LESSONS.length,
      turn: 1,
    });
    const changes = { ownerName: 'Rani' };
    accepted(
      await world.inTransaction((tx) => updateProfile(tx, { merchantId, changes, by: ownerId, now: issued.issuedAt })),
    );
    expect(await readCertificate(world.db, issued.code)).toEqual(issued);
  });

  it('twenty taps at once are one certificate', async () => {
    const { world, learner, issue, rows } = await begin();
    await finishCourse(world, learner);
    const now = world.clock.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => issue(now)));
    expect(new Set(answers.map((answer) => accepted(answer).code)).size).toBe(1);
    expect(await rows()).toHaveLength(1);
  });

  it('control: without its fence the same taps make more than one, where two can be at work at once', async () => {
    const { world, learner, issue, rows } = await begin();
    await finishCourse(world, learner);
    const now = world.clock.now();
    const taps = () => Promise.all(Array.from({ length: 4 }, () => issue(now, NO_FENCES)));
    await readBeforeWriting(world, { table: 'training_certificate', many: 4 }, taps);
    // SQLite has one writer at a time, so the second tap always finds the first one's certificate.
    if (engine.name === 'sqlite') expect(await rows()).toHaveLength(1);
    else expect(await rows()).toHaveLength(4);
  });

  it('without a name to print it is refused', async () => {
    const { world, learner, issue } = await begin({ ownerName: '小林' });
    await finishCourse(world, learner);
    expect(await issue()).toEqual({ ok: false, refusal: { code: 'certificate_nameless' } });
  });

  it('after it has run out another is issued, if the data still says so', async () => {
    const { world, learner, issue } = await begin();
    await finishCourse(world, learner);
    const first = accepted(await issue());
    expect(accepted(await issue(first.validUntil - 1)).id).toBe(first.id);
    expect(await issue(first.validUntil)).toMatchObject({ ok: false, refusal: { code: 'course_unfinished' } });
    await tellLastMonth(world, learner, first.validUntil);
    const second = accepted(await issue(first.validUntil));
    expect(second).toMatchObject({ turn: 2 });
    expect(second.code).not.toBe(first.code);
    const newest = await readNewestCertificates(world.db, { from: 0, count: 1 });
    expect(newest.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('revoked, it says why; another comes at once or only when it would have run out, and it is revoked once', async () => {
    const { world, learner, issue, revoke } = await begin();
    await finishCourse(world, learner);
    const first = accepted(await issue());
    const later = first.issuedAt + DAY_MS;
    accepted(await revoke('now', later));
    expect(await revoke('now', later)).toEqual({ ok: false, refusal: { code: 'certificate_not_in_force' } });
    const shown = await readCertificate(world.db, first.code);
    expect(shown && certificateState(shown, later)).toBe('revoked');
    expect(shown?.revokedWhy).toBe('Nama salah tulis');
    const second = accepted(await issue(later));
    accepted(await revoke('later', later));
    expect(await issue(later)).toEqual({
      ok: false,
      refusal: { code: 'certificate_revoked', until: second.validUntil },
    });
    await tellLastMonth(world, learner, second.validUntil);
    expect(accepted(await issue(second.validUntil)).turn).toBe(3);
    const audits = await world.db.selectFrom('platform_audit').select('action').execute();
    expect(audits.filter(({ action }) => action === 'certificate.revoke')).toHaveLength(2);
  });

  it('is in the copy of her data, and goes when she is erased', async () => {
    const { world, learner, issue, rows, merchantId, ownerId } = await begin();
    await finishCourse(world, learner);
    const { code } = accepted(await issue());
    const subject = { personId: ownerId, merchantIds: [merchantId] };
    const [list] = await exportTraining(world.db, subject);
    expect(list?.rows).toContainEqual(expect.objectContaining({ kind: 'certificate', code, owner: 'Siti' }));
    const other = await makeActiveMerchant(world);
    await plantCertificate(world, { merchantId: other.merchantId, personId: other.ownerId });
    await world.inTransaction((tx) => eraseFromTraining(tx, subject));
    expect((await rows()).map((row) => row.merchant_id)).toEqual([other.merchantId]);
  });

  it('one that has run out cannot be revoked', async () => {
    const { world, learner, issue, revoke } = await begin();
    await finishCourse(world, learner);
    const { validUntil } = accepted(await issue());
    expect(await revoke('now', validUntil)).toEqual({ ok: false, refusal: { code: 'certificate_not_in_force' } });
  });
});

const PRINTED = {
  code: '7K3M29XWPS',
  holder: 'Siti Nurhaliza binti Abdul Rachman',
  stall: 'Pempek Cek Siti & Anak-anak dari Kampung Kapitan, Seberang Ulu',
  city: 'Kabupaten Penukal Abab Lematang Ilir',
  lessons: 10,
  issuedAt: Date.parse('2026-11-28T11:30:00+07:00'),
  validUntil: Date.parse('2028-11-29T00:00:00+07:00'),
};

it.each(['id', 'en'] as const)(
  'the sheet says every row once more when it is read back, and its QR code opens its page (%s)',
  async (language) => {
    const sheet = certificateSheet(PRINTED, { language, origin: 'https://pesta.example.id' });
    const read = await readSheet(await drawCertificate(sheet));
    for (const { label, text } of sheet.rows) expect(read.text).toContain(`${label} ${text}`);
    for (const words of [sheet.title, sheet.statement, sheet.check]) expect(read.text).toContain(words);
    expect(read.text.replaceAll(' ', '')).toContain(sheet.address);
    const { data, width, height } = read.picture;
    expect(jsqr(data, width, height)?.data).toBe(sheet.address);
  },
);
