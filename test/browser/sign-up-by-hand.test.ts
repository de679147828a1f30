import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, type DocumentKind } from '~/domain/merchants/merchants';
import { readDocuments } from '~/domain/merchants/read-documents.server';
import { readSentCode, signInPerson } from '../factories/identity';
import { makeActiveMerchant, nextPhone } from '../factories/merchants';
import { openBrowser, openVisitor } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';
import { handOf, questionsOf } from './steps/hand';

const MINUTE_MS = 60_000;

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('sqlite', { env: { ROLE: 'web' } }), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each([{ javaScript: true }, { javaScript: false }])(
  'typed with one finger at 360 px, %o',
  ({ javaScript }) => {
    it('a stall is signed up with nine inputs on three screens, the number with its code being one, in under four minutes', async () => {
      const { page, visit, look, close } = await openVisitor(browser, server.origin, { javaScript });
      page.setDefaultTimeout(60_000);
      const hand = handOf(page);
      const phone = nextPhone();
      const asked: string[][] = [];
      await visit('/daftar');
      asked.push(await questionsOf(page));
      await hand.types('phone', phone.replace('+62', '0'));
      await hand.presses('Kirim kode');
      asked.push(await questionsOf(page));
      hand.waitsForCode();
      await hand.types('code', await readSentCode(server.world.app, phone));
      await hand.presses('Masuk');
      await look();
      asked.push(await questionsOf(page));
      await hand.types('stallName', 'Pempek Cek Siti Kertapati');
      await hand.types('city', 'Kota Palembang');
      await hand.ticks('consent', 'yes');
      await hand.presses('Lanjut');
      await look();
      asked.push(await questionsOf(page));
      await hand.types('ownerName', 'Siti Rahmawati binti Hasan');
      await hand.chooses('category', 'fish_cakes');
      await hand.types('dishName', 'Pempek kapal selam');
      await hand.types('dishPrice', '25000');
      await hand.presses('Selesai mendaftar');
      await page.getByText('Pendaftaran selesai.').waitFor();

      expect(new URL(page.url()).pathname).toMatch(/^\/usaha\/mrc_/);
      const [number, code, ...later] = asked;
      expect([[...(number ?? []), ...(code ?? [])], ...later]).toEqual([
        ['phone', 'code'],
        ['stallName', 'city', 'consent'],
        ['ownerName', 'category', 'dishName', 'dishPrice'],
      ]);
      expect(hand.inputs).toHaveLength(9);
      expect([...hand.screens]).toEqual(['/daftar', '/masuk/kode', '/daftar/usaha', '/daftar/menu']);
      expect(hand.tookMs()).toBeLessThan(4 * MINUTE_MS);
      await close();
    }, 300_000);
  },
);

/** What stands on each paper, as far as its screen asks for it. */
const NUMBERS: Partial<Record<DocumentKind, string>> = {
  ktp: '1671011708450001',
  nib: '9120000000001',
  pirt: '306330601007231',
};

describe('every later paper', () => {
  it.each(DOCUMENT_KINDS)(
    '%s is answered on one screen, within a minute',
    async (kind) => {
      const { merchantId, ownerId } = await makeActiveMerchant(server.world);
      const { page, context, visit, close } = await openVisitor(browser, server.origin);
      page.setDefaultTimeout(60_000);
      const session = await signInPerson(server.world, ownerId);
      await context.addCookies([{ name: 'sesi', value: session, url: server.origin }]);
      const screen = `/usaha/${merchantId}/dokumen/${kind}`;
      await visit(screen);
      const hand = handOf(page);
      await hand.ticks('answer', 'have');
      const number = NUMBERS[kind];
      if (number) await hand.types('number', number);
      await hand.presses('Simpan jawaban');
      const [paper] = (await readDocuments(server.world.db, merchantId)).filter((document) => document.kind === kind);
      expect(paper).toMatchObject({ answer: 'have' });
      expect([...hand.screens]).toEqual([screen]);
      expect(hand.tookMs()).toBeLessThan(MINUTE_MS);
      await close();
    },
    300_000,
  );
});
