import { readParticipations } from '~/domain/festivals/read-participation.server';
import { drainOutbox } from '~/worker/run-worker.server';
import csv from '~db/seeds/palembang-merchants.csv?raw';
import { apply, openTheFestival } from './call';
import { acceptOffers, announce, endCall, place } from './composing';
import { checkSlip, finishCourse } from './course';
import { openWallets } from './customers';
import { playDay } from './day';
import { importMerchants } from './merchants';
import { type PaperAnswers, takeOver } from './owners';
import { photographPapers } from './paper-photos';
import { demoPhone, seatOffice, seatOperator } from './people';
import { fillShops, priceForFestival, proudestOf } from './shops';
import { at, type Stage, type Story } from './stage';

const CITY = '1671';

/** Most papers say "belum punya", as among real street sellers. */
const PAPERS: PaperAnswers = {
  ktp: ['have'],
  npwp: ['none_yet', 'none_yet', 'have'],
  nib: ['have', 'in_process', 'none_yet'],
  pirt: ['not_needed'],
  bpom: ['not_needed'],
  halal: ['in_process', 'in_process', 'have', 'none_yet'],
  hygiene: ['none_yet', 'in_process'],
  bank_book: ['none_yet', 'have'],
};

/** Palembang: thirty stalls, three days; Friday is past with its slips, Saturday is running at 11.30. */
export async function* palembang(stage: Stage): Story {
  yield at('2026-10-12', '08:00');
  await seatOperator(stage);
  const officer = { name: 'Rani Contoh', phone: demoPhone(9002) };
  const cast = await seatOffice(stage, { name: 'Dinas UMKM Kota Contoh', regionCode: CITY, officer });

  yield at('2026-10-13', '09:15');
  await importMerchants(stage, cast, { fileName: 'palembang-merchants.csv', csv });

  yield at('2026-10-16', '16:00');
  const phoneOfSheet = (sheet: number) => demoPhone(7001 + sheet);
  const owned = await takeOver(stage, cast, { phoneOfSheet, sheetsKept: 1, district: 'Bukitkecil', papers: PAPERS });
  await photographPapers(stage, owned);

  yield at('2026-10-19', '20:00');
  await fillShops(stage, owned);

  yield at('2026-10-21', '09:00');
  const scene = await openTheFestival(stage, cast, {
    template: 'three_days',
    name: 'Pesta Rasa Palembang',
    place: 'Lapangan Contoh Tepi Musi',
    story: 'Pempek, tekwan, mie celor, dan es kacang merah di tepi sungai. Pesan di satu keranjang, ambil saat siap.',
    regionCode: CITY,
    firstDay: '2026-11-27',
    boothCount: 30,
  });

  yield at('2026-11-09', '19:30');
  await apply(stage, scene, owned);

  yield at('2026-11-20', '10:00');
  await endCall(stage, scene);
  await place(stage, scene, 30);
  await announce(stage, scene, 3);

  yield at('2026-11-21', '20:00');
  await acceptOffers(stage, scene, 1);

  // The offer that nobody answered runs out and passes to the waiting list.
  yield at('2026-11-22', '10:01');
  await drainOutbox(stage.app);

  yield at('2026-11-22', '18:00');
  await acceptOffers(stage, scene, 0);

  yield at('2026-11-26', '19:00');
  const [, ...customers] = await openWallets(stage, { firstPhone: 8001 });
  await priceForFestival(stage, scene.festivalId);
  const proudest = proudestOf(owned);
  if (proudest) await finishCourse(stage, proudest, await seatOperator(stage));
  const stalls = (await readParticipations(stage.app.db, scene.festivalId)).map(({ id }) => id);
  const today = { festivalId: scene.festivalId, stalls, customers };
  const friday = { checkIn: '09:30', from: '10:00', lastOrder: '20:15', until: '21:30', orders: 150, rush: 5 };
  yield* playDay(stage, { ...today, day: '2026-11-27' }, friday);
  yield at('2026-11-28', '07:30');
  if (proudest) await checkSlip(stage, proudest, '2026-11-27');
  const saturday = { checkIn: '09:30', from: '10:00', lastOrder: '11:30', until: '11:30', orders: 40, rush: 36 };
  yield* playDay(stage, { ...today, day: '2026-11-28' }, saturday);
}
