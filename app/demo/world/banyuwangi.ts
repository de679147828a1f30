import { readParticipations } from '~/domain/festivals/read-participation.server';
import { drainOutbox } from '~/worker/run-worker.server';
import csv from '~db/seeds/banyuwangi-merchants.csv?raw';
import { apply, openTheFestival } from './call';
import { acceptOffers, announce, endCall, place } from './composing';
import { openWallets } from './customers';
import { playDay } from './day';
import { importMerchants } from './merchants';
import { type PaperAnswers, takeOver } from './owners';
import { demoPhone, seatOffice } from './people';
import { at, type Stage, type Story } from './stage';

const CITY = '3510';
const BOOTHS = 222;
const RESERVES = 40;

const PAPERS: PaperAnswers = {
  ktp: [...Array.from({ length: 24 }, () => 'have' as const), 'in_process'],
  nib: ['have', 'in_process', 'none_yet'],
  halal: ['in_process', 'in_process', 'have', 'none_yet'],
};

/** Banyuwangi: every Saturday, 222 stalls of 370 that applied; two Saturdays are past, the third is running. */
export async function* banyuwangi(stage: Stage): Story {
  yield at('2026-10-14', '08:00');
  const officer = { name: 'Wahyu Contoh', phone: demoPhone(9003) };
  const cast = await seatOffice(stage, { name: 'Dinas Usaha Mikro Banyuwangi (contoh)', regionCode: CITY, officer });

  yield at('2026-10-15', '09:00');
  await importMerchants(stage, cast, { fileName: 'banyuwangi-merchants.csv', csv });

  yield at('2026-10-20', '16:00');
  const phoneOfSheet = (sheet: number) => demoPhone(7101 + sheet);
  const owned = await takeOver(stage, cast, { phoneOfSheet, sheetsKept: 0, district: 'Giri', papers: PAPERS });

  yield at('2026-10-23', '09:00');
  const scene = await openTheFestival(stage, cast, {
    template: 'weekly_market',
    name: 'Sabtu Rasa Banyuwangi',
    place: 'Taman Contoh Blambangan',
    story:
      'Setiap Sabtu, 222 lapak dari 25 kecamatan: rujak soto, sego tempong, pecel rawon, pecel pitik, bagiak, dan kopi Osing.',
    regionCode: CITY,
    firstDay: '2026-11-14',
    boothCount: BOOTHS,
    hours: { opens: '07:00', closes: '15:00' },
  });

  yield at('2026-10-30', '18:00');
  await apply(stage, scene, owned);

  yield at('2026-11-07', '10:00');
  await endCall(stage, scene);
  await place(stage, scene, BOOTHS);
  await announce(stage, scene, RESERVES);

  yield at('2026-11-07', '20:00');
  await acceptOffers(stage, scene, 4);

  yield at('2026-11-08', '10:01');
  await drainOutbox(stage.app);

  yield at('2026-11-08', '18:00');
  await acceptOffers(stage, scene, 0);

  yield at('2026-11-12', '19:00');
  const [, ...customers] = await openWallets(stage, { firstPhone: 8101 });
  const stalls = (await readParticipations(stage.app.db, scene.festivalId)).map(({ id }) => id);
  const scenes = { festivalId: scene.festivalId, stalls, customers };
  const hours = { checkIn: '06:30', from: '07:00' };
  const past = { ...hours, lastOrder: '14:30', until: '15:30', orders: 70, rush: 0 };
  for (const day of ['2026-11-14', '2026-11-21']) yield* playDay(stage, { ...scenes, day }, past);
  const today = { ...hours, lastOrder: '11:30', until: '11:30', orders: 60, rush: 40 };
  yield* playDay(stage, { ...scenes, day: '2026-11-28' }, today);
}
