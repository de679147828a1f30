import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMember } from '~/domain/identity/add-member.server';
import { LESSONS } from '~/domain/training/training';
import type { MerchantId, PersonId } from '~/shared/ids';
import { makePerson, signInPerson } from '../factories/identity';
import { makeActiveMerchant } from '../factories/merchants';
import { makeOpenFestival, type OpenStall } from '../factories/stalls';
import { choicesOf, practiseEverything, takeQuiz } from '../factories/training';
import { DESK, openBrowser, openVisitor, PHONE, type Visitor } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

let browser: Browser;
let server: TestServer;
let stall: OpenStall;
let merchantId: MerchantId;
let ownerId: PersonId;
let course = '';

const one = LESSONS[0];
/** Another lesson for the other phone; of a course of one lesson the same. */
const two = LESSONS.at(-1) ?? one;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer('sqlite', { env: { ROLE: 'web' } });
  const { stalls } = await makeOpenFestival(server.world, [{}]);
  stall = stalls[0]!;
  const learner = await makeActiveMerchant(server.world, { stallName: 'Pempek Cek Siti', ownerName: 'Siti Nurhaliza' });
  ({ merchantId, ownerId } = learner);
  course = `/belajar/${merchantId}`;
  const now = server.world.clock.now();
  const cashier = { scopeKind: 'merchant', scopeId: stall.merchantId, role: 'cashier', createdBy: null, now } as const;
  await server.world.inTransaction((tx) => addMember(tx, { ...cashier, personId: ownerId }));
  await practiseEverything(server.world, learner);
  for (const { slug } of LESSONS) {
    if (slug !== one.slug && slug !== two.slug)
      await takeQuiz(server.world, learner, { lesson: slug, answers: 'right' });
  }
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A phone of the business with the course kept on it. */
async function openPhone(): Promise<Visitor> {
  const visitor = await openVisitor(browser, server.origin);
  const value = await signInPerson(server.world, ownerId);
  await visitor.context.addCookies([{ name: 'sesi', value, url: server.origin, httpOnly: true }]);
  await visitor.page.goto(course);
  await visitor.page.locator('kept-course').waitFor({ state: 'visible' });
  return visitor;
}

/** Every entry of the phone's store: address and text. */
function readStore(page: Page): Promise<{ path: string; text: string }[]> {
  return page.evaluate(async () => {
    const entries: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) {
        const text = (await (await store.match(request))?.text()) ?? '';
        entries.push({ path: new URL(request.url).pathname, text });
      }
    }
    return entries;
  });
}

async function answer(page: Page, lesson: (typeof LESSONS)[number]['slug'], answers: 'right' | 'wrong') {
  for (const [question, choice] of Object.entries(choicesOf(lesson, answers))) {
    await page.locator(`input[name="q_${question}"][value="${choice}"]`).check();
  }
  await page.getByRole('button', { name: 'Periksa jawaban' }).click();
}

const unsent = (page: Page) => page.locator('[data-unsent-text]');
const askForCertificate = async () =>
  (await server.send(`${course}/sertifikat`, { form: {}, session: await signInPerson(server.world, ownerId) })).status;

it('two phones do their lessons in a cut network, come back, and only then the data says so', {
  timeout: 180_000,
}, async () => {
  const [first, second] = [await openPhone(), await openPhone()];
  for (const { context } of [first, second]) await context.setOffline(true);

  // The first reloads the course and reads a lesson from the phone.
  await first.page.reload();
  await first.page.getByRole('heading', { name: 'Belajar tanpa internet' }).waitFor();
  await first.look();
  if (process.env.SHOTS)
    await first.page.screenshot({ path: `${process.env.SHOTS}/offline-course.png`, fullPage: true });
  await first.page.locator(`a[data-lesson="${one.slug}"]`).click();
  await first.page.getByText('Tidak ada internet. Jawaban Anda tersimpan di HP ini').waitFor();
  expect(new URL(first.page.url()).pathname).toBe(`${course}/${one.slug}`);
  await first.page.getByRole('button', { name: 'Periksa jawaban' }).click();
  await first.page.getByText('Masih ada pertanyaan tanpa jawaban').waitFor();
  await answer(first.page, one.slug, 'right');
  await first.page.getByText('cukup untuk lulus').waitFor();
  await first.look();
  if (process.env.SHOTS)
    await first.page.screenshot({ path: `${process.env.SHOTS}/offline-lesson.png`, fullPage: true });
  // It waits on the phone, also after a reload, and says for how long.
  await first.page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith('belajar-kejadian'))) {
      const event = JSON.parse(localStorage.getItem(key) ?? '{}');
      localStorage.setItem(key, JSON.stringify({ ...event, at: event.at - 3 * 60_000 }));
    }
  });
  await first.page.reload();
  await unsent(first.page).filter({ hasText: 'Belum terkirim, 3 menit. Tidak ada internet' }).waitFor();

  // What is no lesson leads to those that are kept.
  await first.page.goto(`${course}/tips`);
  await first.page.getByRole('heading', { name: 'Belajar tanpa internet' }).waitFor();

  // The second taps "Buka pelajaran", which is a form, fails once, and tries again.
  await second.page.locator(`form[action$="/${two.slug}/buka"] button`).click();
  await second.page.getByText('Tidak ada internet. Jawaban Anda tersimpan di HP ini').waitFor();
  await answer(second.page, two.slug, 'wrong');
  await second.page.getByText('Baca penjelasannya, lalu coba lagi').waitFor();
  await second.page.getByRole('button', { name: 'Coba lagi' }).click();
  await answer(second.page, two.slug, 'right');
  await second.page.getByText('cukup untuk lulus').waitFor();

  expect(
    await server.world.db.selectFrom('training_event').select('id').where('kind', '=', 'lesson_opened').execute(),
  ).toEqual([]);
  expect(await askForCertificate()).toBe(409);

  await second.context.setOffline(false);
  await second.page.locator('unsent-events').waitFor({ state: 'hidden' });
  if (two.slug !== one.slug) expect(await askForCertificate()).toBe(409);
  await first.context.setOffline(false);
  await first.page.locator('unsent-events').waitFor({ state: 'hidden' });

  await first.page.goto(course);
  expect(await first.page.getByText('Kuis lulus').count()).toBe(LESSONS.length);
  const attempts = await server.world.db
    .selectFrom('training_event')
    .select('lesson')
    .where('kind', '=', 'quiz_finished')
    .where('lesson', 'in', [one.slug, two.slug])
    .execute();
  expect(attempts).toHaveLength(3);
  await first.page.goto(`${course}/sertifikat`);
  await first.page.getByRole('button', { name: 'Terbitkan sertifikat' }).click();
  await first.page.getByRole('link', { name: 'Unduh PDF' }).waitFor();
  await first.look();
  if (process.env.SHOTS) await first.page.screenshot({ path: `${process.env.SHOTS}/own.png`, fullPage: true });
  await first.close();
  await second.close();
});

it('its certificate, the list of those and of who needs coaching suit a phone and a desk, in both languages', {
  timeout: 180_000,
}, async () => {
  const { id, code } = await server.world.db
    .selectFrom('training_certificate')
    .select(['id', 'code'])
    .executeTakeFirstOrThrow();
  const stuck = await makeActiveMerchant(server.world, { stallName: 'Tekwan Rani' });
  for (let i = 0; i < 3; i++) await takeQuiz(server.world, stuck, { lesson: one.slug, answers: 'wrong' });
  const role = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
  const { personId } = await makePerson(server.world, { role });
  const value = await signInPerson(server.world, personId);
  for (const viewport of [PHONE, DESK]) {
    const visitor = await openVisitor(browser, server.origin, { viewport });
    await visitor.context.addCookies([{ name: 'sesi', value, url: server.origin, httpOnly: true }]);
    for (const path of [
      `/sertifikat/${code}`,
      '/sertifikat?kode=1',
      `/operator/sertifikat/${id}`,
      '/operator/pendampingan',
    ]) {
      for (const address of [path, `/en${path}`]) {
        await visitor.visit(address);
        const name = `${viewport.width}${address.replace(/[^a-z]+/gi, '-')}`;
        if (process.env.SHOTS)
          await visitor.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
      }
    }
    await visitor.close();
  }
  // A note closes the reason.
  const { page, close } = await openVisitor(browser, server.origin);
  await page.context().addCookies([{ name: 'sesi', value, url: server.origin, httpOnly: true }]);
  await page.goto('/operator/pendampingan');
  await page.getByRole('heading', { name: 'Tekwan Rani' }).waitFor();
  await page.getByRole('button', { name: 'Sudah dibicarakan' }).click();
  await page.getByText('Tulis hasil pembicaraannya.').first().waitFor();
  await page.getByLabel('Hasil pembicaraan').fill('Sudah dijelaskan lewat telepon');
  await page.getByRole('button', { name: 'Sudah dibicarakan' }).click();
  await page.getByText('Tidak ada yang perlu didampingi saat ini.').waitFor();
  await close();
});

it('a quiz answered on a page from the server is not lost when the network goes', { timeout: 60_000 }, async () => {
  const { page, context, close } = await openPhone();
  await page.goto(`${course}/${one.slug}`);
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  await context.setOffline(true);
  await answer(page, one.slug, 'right');
  await page.getByText('cukup untuk lulus').waitFor();
  await page.locator('body[data-same-page]').waitFor();
  await unsent(page).filter({ hasText: 'Belum terkirim' }).waitFor();
  await context.setOffline(false);
  await page.locator('unsent-events').waitFor({ state: 'hidden' });
  // With the network the server's own result is shown.
  await page.goto(`${course}/${one.slug}`);
  await answer(page, one.slug, 'right');
  await page.waitForURL(/percobaan=att_/);
  await page.getByText(/Lulus: \d+ dari \d+ benar/).waitFor();
  await close();
});

it('the phone keeps pages of nobody only, and signing out leaves no queue behind', { timeout: 120_000 }, async () => {
  const { page, close } = await openPhone();
  const board = `/papan/${stall.participationId}`;
  for (const path of [`/usaha/${merchantId}`, '/dompet', `${course}/${one.slug}`, `${course}/sertifikat`, board]) {
    await page.goto(path);
  }
  await page.locator('board-link [data-link-text]').filter({ hasText: 'Tersambung' }).waitFor();
  const store = () => readStore(page);
  await expect.poll(async () => (await store()).map(({ path }) => path)).toContain('/papan-luring');
  const pages = (await store()).filter(({ path }) => !path.startsWith('/assets/')).map(({ path }) => path);
  expect(pages.sort()).toEqual(
    ['/belajar-luring', ...LESSONS.map(({ slug }) => `/belajar-luring/${slug}`), '/papan-luring'].sort(),
  );
  const merchant = await server.world.db
    .selectFrom('merchant_profile')
    .select(['id', 'stall_name', 'owner_name', 'phone'])
    .where('id', '=', merchantId)
    .executeTakeFirstOrThrow();
  const secrets = [merchant.id, merchant.stall_name, merchant.phone, ownerId, stall.participationId, '/keluar'];
  for (const { path, text } of await store()) {
    if (path.startsWith('/assets/')) continue;
    for (const secret of secrets) expect(secret && text.includes(secret), `${secret} in ${path}`).toBeFalsy();
    expect(/(att|mrc|psn)_[0-9a-z]{26}/.test(text), path).toBe(false);
  }
  // The control: the same look finds a page of somebody where one was put.
  await page.evaluate(async (path) => (await caches.open('bocor')).add(path), `/usaha/${merchantId}`);
  expect((await store()).some(({ text }) => text.includes(merchant.stall_name))).toBe(true);
  await page.evaluate(() => caches.delete('bocor'));

  const queues = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('papan-halaman:')));
  expect(await queues()).not.toEqual([]);
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.waitForURL(`${server.origin}/`);
  expect(await queues()).toEqual([]);
  await close();
});

it('a board that is reloaded without internet shows its last queue', { timeout: 60_000 }, async () => {
  const { page, context, close } = await openPhone();
  await page.goto(`/papan/${stall.participationId}`);
  await page.locator('board-link [data-link-text]').filter({ hasText: 'Tersambung' }).waitFor();
  await expect.poll(async () => (await readStore(page)).map(({ path }) => path)).toContain('/papan-luring');
  await context.setOffline(true);
  await page.reload();
  await page.locator('stall-board').waitFor();
  await page.locator('board-link [data-link-text]').filter({ hasText: 'Tidak ada internet' }).waitFor();
  await close();
});
