import csv from '~db/seeds/bandung-merchants.csv?raw';
import { apply, openTheFestival } from './call';
import { endCall, place } from './composing';
import { finishSafety } from './course';
import { importMerchants } from './merchants';
import { type PaperAnswers, takeOver } from './owners';
import { demoPhone, seatOffice } from './people';
import { at, type Stage, type Story } from './stage';

const CITY = '3273';

/** Half of them have the label of hygiene that the call asks for; some have one that ends too early. */
const PAPERS: PaperAnswers = {
  ktp: ['have'],
  nib: ['have', 'none_yet'],
  halal: ['in_process', 'have', 'none_yet'],
  hygiene: ['until 2027-06-30', 'until 2027-11-15', 'until 2028-01-31', 'until 2026-12-10', 'in_process', 'none_yet'],
};

/** Bandung: the call is closed, sixty wait for the organiser's hand. Whoever tries the demo composes this one. */
export async function* bandung(stage: Stage): Story {
  yield at('2026-11-02', '08:00');
  const officer = { name: 'Tita Contoh', phone: demoPhone(9004) };
  const cast = await seatOffice(stage, { name: 'Dinas UMKM Bandung (contoh)', regionCode: CITY, officer });

  yield at('2026-11-02', '10:30');
  await importMerchants(stage, cast, { fileName: 'bandung-merchants.csv', csv });

  yield at('2026-11-05', '17:00');
  const phoneOfSheet = (sheet: number) => demoPhone(7201 + sheet);
  const owned = await takeOver(stage, cast, { phoneOfSheet, sheetsKept: 0, district: 'Coblong', papers: PAPERS });
  const learners = owned.filter((_, at) => at % 4 === 1);
  await finishSafety(stage, learners);

  yield at('2026-11-06', '09:00');
  const scene = await openTheFestival(stage, cast, {
    template: 'three_days',
    name: 'Pesta Rasa Bandung',
    place: 'Lapangan Contoh Tegallega',
    story: 'Batagor, surabi, cuanki, dan colenak dari dapur ibu-ibu Bandung.',
    regionCode: CITY,
    firstDay: '2026-12-18',
    boothCount: 24,
    training: { kind: 'weight', amount: 5 },
    documents: [
      { kind: 'ktp', required: 'yes' },
      { kind: 'hygiene', required: 'yes' },
      { kind: 'halal', required: 'no' },
    ],
  });

  yield at('2026-11-10', '18:00');
  await apply(stage, scene, owned);

  yield at('2026-11-28', '08:30');
  await endCall(stage, scene);
  await place(stage, scene, 6);
}
