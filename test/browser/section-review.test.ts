import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDish } from '~/domain/menus/add-dish.server';
import { updateProfile } from '~/domain/merchants/update-profile.server';
import { newId } from '~/shared/ids';
import { makePerson, signInPerson } from '../factories/identity';
import { accepted, type MadeMerchant, makeActiveMerchant } from '../factories/merchants';
import { DESK, openBrowser, openVisitor, type Visitor } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

const VERIFIER = { scopeKind: 'installation', scopeId: 'installation', role: 'verifier' } as const;

describe('a section goes to the verifier, comes back alone, and the business becomes active', () => {
  let server: TestServer;
  let browser: Browser;
  let merchant: MadeMerchant;
  let owner: Visitor;
  let verifier: Visitor;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('sqlite'), openBrowser()]);
    merchant = await makeDraft();
    const { personId } = await makePerson(server.world, { name: 'Rani', role: VERIFIER });
    // The owner on a phone without JavaScript, the verifier at a desk with a keyboard.
    owner = await enter(await openVisitor(browser, server.origin, { javaScript: false }), merchant.ownerId);
    verifier = await enter(await openVisitor(browser, server.origin, { viewport: DESK }), personId);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function makeDraft(): Promise<MadeMerchant> {
    const { world } = server;
    const made = await makeActiveMerchant(world, { state: 'draft', stallName: 'Tekwan Mak Nur' });
    const { merchantId, ownerId: by } = made;
    const now = world.clock.now();
    await world.inTransaction(async (tx) => {
      const changes = { ownerName: 'Nur', category: 'soups', district: 'Ilir Barat I' } as const;
      accepted(await updateProfile(tx, { merchantId, changes, by, now }));
      const dish = { dishId: newId('dsh', now), merchantId, name: 'Tekwan', price: 12_000, makeSeconds: 300, by, now };
      accepted(await addDish(tx, dish));
    });
    return made;
  }

  async function enter(visitor: Visitor, personId: Parameters<typeof signInPerson>[1]): Promise<Visitor> {
    const secret = await signInPerson(server.world, personId);
    await visitor.context.addCookies([{ name: 'sesi', value: secret, url: server.origin }]);
    return visitor;
  }

  it('she sends her profile and waits; meanwhile she may go to the festivals', async () => {
    const { page } = owner;
    await owner.visit(`/usaha/${merchant.merchantId}`);
    await page.getByRole('main').getByRole('button', { name: 'Kirim profil' }).first().click();
    await page.getByText('Profil terkirim dan sedang diperiksa.').waitFor();
    expect(await page.getByRole('main').locator(`a[href="/usaha/${merchant.merchantId}/festival"]`).count()).toBe(1);
    await owner.visit(`/usaha/${merchant.merchantId}/pemeriksaan`);
    expect(await page.getByText('Sedang diperiksa').count()).toBe(2);
  });

  it('the verifier walks the queue by keyboard and sends the identity back with words of her own', async () => {
    const { page } = verifier;
    await verifier.visit('/operator/periksa');
    await page.getByText('2 menunggu diperiksa').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Identitas: Tekwan Mak Nur' }).waitFor();
    await verifier.look();
    await page.keyboard.press('k');
    await page.getByLabel('Alasan').selectOption({ label: 'NIK belum diisi' });
    await page.getByLabel('Yang perlu diperbaiki').fill('Isi NIK 16 angka dari KTP.');
    await page.getByRole('button', { name: 'Kembalikan bagian ini' }).click();
    // The next one opens by itself.
    await page.getByRole('heading', { level: 1, name: 'Usaha: Tekwan Mak Nur' }).waitFor();
    await page.keyboard.press('l');
    await page.getByText('Tidak ada yang menunggu diperiksa.').waitFor();
  });

  it('she sees one clear task, mends it, and that section alone goes again', async () => {
    const { page } = owner;
    const main = page.getByRole('main');
    await owner.visit(`/usaha/${merchant.merchantId}`);
    await main.getByText('Identitas perlu diperbaiki').waitFor();
    await main.getByText('Isi NIK 16 angka dari KTP.').waitFor();
    await main.getByRole('link', { name: 'Perbaiki' }).click();
    await page.waitForURL(/dokumen\/ktp/);
    await page.getByLabel('Punya', { exact: true }).check();
    await page.getByLabel('Nomor').first().fill('1671015203850001');
    await page.getByRole('button', { name: 'Simpan jawaban' }).click();
    await owner.visit(`/usaha/${merchant.merchantId}/pemeriksaan`);
    expect(await main.getByText('Sedang diperiksa').count()).toBe(1);
    expect(await main.getByText('Lolos', { exact: true }).count()).toBe(1);
  });

  it('the verifier sees what changed beside what was decided, passes it, and the business is active', async () => {
    const { page } = verifier;
    await verifier.visit('/operator/periksa');
    await page.getByRole('link', { name: /Tekwan Mak Nur/ }).click();
    await page.getByText('isian berubah sejak keputusan terakhir').waitFor();
    await page.getByText('1671015203850001').waitFor();
    await verifier.look();
    await page.getByRole('button', { name: 'Luluskan bagian ini' }).click();
    await page.getByText('Tidak ada yang menunggu diperiksa.').waitFor();
    await owner.visit(`/usaha/${merchant.merchantId}`);
    await owner.page.getByText('Aktif', { exact: true }).waitFor();
    await owner.visit(`/usaha/${merchant.merchantId}/rekening`);
    await owner.page.getByText('Belum ada rekening yang dipakai.').waitFor();
  });
});
