import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';
import {
  customerAdds,
  customerPaysByWallet,
  customerPaysInCash,
  customerSees,
  ticketOf,
} from './steps/customer-orders';
import { merchantAccepts, merchantApplies } from './steps/merchant-applies';
import {
  merchantCompletesProfile,
  merchantLearns,
  merchantMakesDish,
  personMakesPin,
} from './steps/merchant-completes-shop';
import { merchantBeginsSignUp, merchantResumesSignUp } from './steps/merchant-signs-up';
import { merchantGetsReady, merchantRedeemsCode, merchantTakesOver } from './steps/merchant-takes-over';
import { operatorInvites, operatorPassesSections, operatorSeesOutbox } from './steps/operator-invites';
import * as organiserSteps from './steps/organiser-composes';
import { organiserImports, organiserJoins } from './steps/organiser-imports';
import { arrive, type Crowd, comesHome, type Person, signsIn } from './steps/person';
import * as stallSteps from './steps/stall-cooks';

const FILE = {
  name: 'umkm-palembang.csv',
  text: [
    'Nama Usaha;Nama Pemilik;No HP;Kota;Kecamatan;Jenis;Nama Menu;Harga;Siap dlm',
    'Pempek Cek Siti;Siti;081000000111;Kota Palembang;Bukit Kecil;Pempek dan olahan ikan;Pempek kapal selam;Rp 15.000;8',
    'Pempek Cek Siti;;081000000111;;;;Tekwan;12rb;5',
    'Martabak Har Kito;Haris;;Kota Palembang;Ilir Timur I;Gorengan dan camilan;Martabak telur;20000;9',
    'Es Kacang Wak Mat;Rahmat;081000000113;Kota Palembang;Seberang Ulu I;Minuman;Es kacang merah;10.000;3',
    'Es Kacang Wak Mat;;081000000113;;;;Laksan;15rb-20rb;5',
  ].join('\r\n'),
};
const FESTIVAL = { name: 'Pesta Rasa Musi', firstDay: '2026-12-19' };
const ORGANISATION = 'Dinas Koperasi Palembang';
const PIN = '731904';
const HOUR = 3_600_000;
/** Saturday, 19 December 2026, 11.02 WIB: an hour after the gates open. */
const THE_DAY = Date.UTC(2026, 11, 19, 4, 2);

/** The same pages on both engines: each is looked at hard once. */
const seen = new Set<string>();

for (const engine of ['sqlite', 'postgres'] as const) {
  describe(`one festival from empty to evening, everything done by persons in a browser, on ${engine}`, () => {
    let server: TestServer;
    let browser: Browser;
    let crowd: Crowd;
    const people = {} as Record<'operator' | 'organiser' | 'siti' | 'haris' | 'mat' | 'udin' | 'ani' | 'budi', Person>;
    let festival = '';
    let claimCode = '';
    let signs: string[] = [];

    beforeAll(async () => {
      [server, browser] = await Promise.all([
        startServer(engine, { env: { OPERATOR_PHONE: '+6281000000101' } }),
        openBrowser(),
      ]);
      crowd = { browser, origin: server.origin, seen, usedCodes: new Set() };
      const phones = {
        operator: '0101',
        organiser: '0102',
        siti: '0111',
        haris: '0112',
        mat: '0113',
        udin: '0114',
        ani: '0121',
        budi: '0122',
      };
      for (const [name, end] of Object.entries(phones))
        people[name as 'siti'] = await arrive(crowd, `0810-0000-${end}`);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
    });
    let broken = '';
    /** Each step stands on those before it; the first that fails says on which page everybody was, and ends the walk. */
    const step = (name: string, walk: () => Promise<void>) =>
      it(name, async () => {
        if (broken) throw new Error(`not reached: "${broken}" failed`);
        broken = name;
        await walk().catch(async (error: Error) => {
          throw new Error(`${error.message}\n${await whereabouts(people)}`, { cause: error });
        });
        broken = '';
      }, 60_000);

    step('the operator makes an organisation and invites its organiser by phone', async () => {
      await operatorInvites(people.operator, { organisation: ORGANISATION, phone: people.organiser.phone });
    });

    step('the organiser accepts, and a file becomes merchants with menus', async () => {
      await organiserJoins(people.organiser, ORGANISATION);
      ({ claimCode } = await organiserImports(people.organiser, FILE));
    });

    step('she makes a festival in six fields and opens the call', async () => {
      festival = await organiserSteps.organiserOpensCall(people.organiser, FESTIVAL);
    });

    step('imported merchants take over what is theirs: by phone, and by the code on paper', async () => {
      await merchantTakesOver(people.siti);
      await merchantGetsReady(people.siti);
      await merchantRedeemsCode(people.haris, claimCode);
      await merchantGetsReady(people.haris);
      await merchantTakesOver(people.mat);
      await merchantGetsReady(people.mat);
    });

    step('a new merchant signs up in nine inputs, leaves, and goes on with another phone', async () => {
      await merchantBeginsSignUp(people.udin);
      server.moveClock(server.world.clock.now() + 2 * HOUR);
      people.udin = await arrive(crowd, people.udin.phone);
      await merchantResumesSignUp(crowd, people.udin);
    });

    step('she completes her shop: profile, paper, dish with photo and options, wallet, lesson', async () => {
      await merchantCompletesProfile(people.udin);
      await merchantMakesDish(people.udin);
      await people.udin.goes('/dompet');
      await people.udin.presses('Buat PIN dompet');
      await personMakesPin(people.udin, PIN);
      await merchantLearns(people.udin);
    });

    step('four merchants apply, one of them while a verifier has not looked yet', async () => {
      for (const merchant of [people.siti, people.haris, people.mat, people.udin])
        await merchantApplies(merchant, FESTIVAL.name);
    });

    // Three whom the office vouched for have declared a card since, and nobody has looked at that.
    step('the operator passes what waits for a check, section by section', async () => {
      await operatorPassesSections(people.operator, { count: 5 });
    });

    step(
      'the organiser places booths by keyboard and by pointer; a broken quota is named; all are told at once',
      async () => {
        const { organiser } = people;
        await organiserSteps.organiserClosesCall(organiser, festival, [
          'Bakso Mang Udin',
          'Pempek Cek Siti',
          'Martabak Har Kito',
          'Es Kacang Wak Mat',
        ]);
        await organiserSteps.organiserPlacesByKeyboard(organiser, festival, { booth: 1, merchant: 'Pempek Cek Siti' });
        await organiserSteps.organiserPlacesByKeyboard(organiser, festival, {
          booth: 2,
          merchant: 'Martabak Har Kito',
        });
        await organiserSteps.organiserPlacesByPointer(organiser, { booth: 3, merchant: 'Bakso Mang Udin' });
        await organiserSteps.organiserMendsQuota(organiser, festival);
        await organiserSteps.organiserReserves(organiser, festival, 'Es Kacang Wak Mat');
        await organiserSteps.organiserPublishes(organiser, festival, { all: 4, chosen: 3, reserve: 1 });
      },
    );

    step('one tap accepts; an unanswered offer moves on to the waiting list by itself', async () => {
      await merchantAccepts(people.siti, 1);
      await merchantAccepts(people.udin, 3);
      server.moveClock(server.world.clock.now() + 52 * HOUR);
      await comesHome(people.haris);
      await comesHome(people.mat);
      await people.mat.seesSoon(`Anda terpilih di ${FESTIVAL.name}: stan 2`);
      await merchantAccepts(people.mat, 2);
      await people.haris.presses('Festival', {
        within: people.haris.page.getByRole('navigation', { name: 'Navigasi halaman' }),
      });
      await people.haris.sees('tawaran sudah berakhir');
    });

    step('booth signs carry the QR of each stall, and the line-up is public', async () => {
      await signsIn(people.organiser);
      signs = await organiserSteps.organiserPrintsSigns(people.organiser, festival);
      expect(signs).toHaveLength(3);
      await people.ani.goes(`${signs[0]?.replace(/\/lapak\/.*/, '')}/peserta`);
      await people.ani.sees('3 usaha sudah pasti ikut.');
    });

    step('on the day the stalls open and set their stock', async () => {
      server.moveClock(THE_DAY);
      await stallSteps.stallOpens(people.siti, { dish: 'Pempek kapal selam', portions: 20, price: '16.000' });
      await stallSteps.stallOpens(people.udin, { dish: 'Bakso ikan', portions: 10 });
    });

    step('a customer scans, orders at two stalls into one window and pays by wallet', async () => {
      const [siti = '', , udin = ''] = signs;
      await customerAdds(people.ani, siti, { dish: 'Pempek kapal selam' });
      await customerAdds(people.ani, udin, { dish: 'Bakso ikan', option: 'Jumbo' });
      await customerPaysByWallet(people.ani, PIN);
      expect(await people.ani.page.locator('.order-ticket').count()).toBe(2);
    });

    step('one stall cooks and hands over; the other refuses, and her part comes back at once', async () => {
      const { ani, siti, udin } = people;
      await stallSteps.stallServes(siti, 1);
      await customerSees(ani, 'Pempek Cek Siti', 'Siap diambil');
      await stallSteps.stallHandsOver(siti, 1);
      await stallSteps.stallRefuses(udin, 1);
      await customerSees(ani, 'Bakso Mang Udin', 'Uang Rp20.000 sudah kembali ke dompet Anda.');
      await customerSees(ani, 'Pempek Cek Siti', 'Sudah diambil');
      await ani.goes('/dompet');
      await ani.sees('Rp34.000');
    });

    step('another customer pays in cash at the stall, and one orders at the counter', async () => {
      const { budi, siti } = people;
      await customerAdds(budi, signs[0] ?? '', { dish: 'Tekwan' });
      await customerPaysInCash(budi);
      const number = Number(await ticketOf(budi, 'Pempek Cek Siti').locator('.order-ticket-number').textContent());
      await stallSteps.stallTakesCash(siti, number);
      await stallSteps.stallServes(siti, number);
      await stallSteps.stallHandsOver(siti, number);
      const counter = await stallSteps.stallSellsAtCounter(siti, 'Tekwan');
      await stallSteps.stallIsReady(siti, counter);
      await stallSteps.stallHandsOver(siti, counter);
    });

    step('a pause and a sold-out dish are read by customers at once', async () => {
      const { budi, siti } = people;
      await stallSteps.stallPauses(siti);
      await budi.goes(signs[0] ?? '');
      await budi.sees('Lapak ini tutup sementara sampai');
      await stallSteps.stallResumes(siti);
      await stallSteps.stallSellsOut(siti, 'Pempek kapal selam');
      await budi.goes(signs[0] ?? '');
      await budi.sees('Habis');
      expect(await budi.page.getByRole('button', { name: 'Tambah Pempek kapal selam' }).count()).toBe(0);
    });

    step('in the evening the slip says what was sold, what is deducted by which rule, and what arrives', async () => {
      const { siti } = people;
      server.moveClock(THE_DAY + 9 * HOUR + 30 * 60_000);
      await stallSteps.stallClosesDay(siti);
      await siti.sees('Rp40.000');
      await siti.sees('Anda terima di dompet usaha');
      await siti.page.getByText('Aturan').first().click();
      await siti.sees(/Berlaku sejak/);
      await siti.sees(/Sumber:/);
    });

    step('the operator sees that nothing is stuck', async () => {
      await operatorSeesOutbox(people.operator);
    });
  });
}

async function whereabouts(people: Record<string, Person>): Promise<string> {
  const folder = process.env.SHOTS;
  const lines = Object.entries(people).map(async ([name, { page }]) => {
    if (page.isClosed()) return `${name} has left`;
    if (folder) await page.screenshot({ path: `${folder}/fail-${name}.png`, fullPage: true }).catch(() => undefined);
    return `${name}: ${new URL(page.url()).pathname}`;
  });
  return (await Promise.all(lines)).join('\n');
}
