import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { acceptOffer } from '~/domain/festivals/accept-offer.server';
import { arrangePlan } from '~/domain/festivals/arrange-plan.server';
import { changeFestivalState } from '~/domain/festivals/change-festival-state.server';
import { closeCall } from '~/domain/festivals/close-call.server';
import { editFestival } from '~/domain/festivals/edit-festival.server';
import { openCall } from '~/domain/festivals/open-call.server';
import { placeInBooth } from '~/domain/festivals/place-in-booth.server';
import { publishLineUp } from '~/domain/festivals/publish-line-up.server';
import { type Festival, readFestival } from '~/domain/festivals/read-festival.server';
import { recordDayClosed } from '~/domain/festivals/record-day-closed.server';
import { setCaps } from '~/domain/festivals/set-caps.server';
import { setDocumentNeeds } from '~/domain/festivals/set-document-needs.server';
import { setQuestions } from '~/domain/festivals/set-questions.server';
import { startFestivalDay } from '~/domain/festivals/start-festival-day.server';
import { withdrawApplication } from '~/domain/festivals/withdraw-application.server';
import { checkInStall } from '~/domain/stalls/check-in-stall.server';
import { endStall } from '~/domain/stalls/end-stall.server';
import { prepareStall } from '~/domain/stalls/prepare-stall.server';
import type { ParticipationId } from '~/shared/ids';
import { MINUTE_MS } from '~/shared/time';
import {
  type MadeApplicant,
  type MadeFestival,
  makeApplicant,
  makeFestival,
  openOfferOf,
} from '../factories/festivals';
import { WORLD_BEGINS } from '../setup/world';
import { type KeptPages, openKeptPages } from './kept-pages';

const now = WORLD_BEGINS;
let pages: KeptPages;
let made: MadeFestival;
let guest: MadeApplicant;
let neighbour: MadeApplicant;

beforeAll(async () => {
  pages = await openKeptPages();
  made = await makeFestival(pages.server.world, { name: 'Pesta Sungai', boothCount: 4 });
  guest = await makeApplicant(pages.server.world, made.festivalId, { stallName: 'Tamu' });
  neighbour = await makeApplicant(pages.server.world, made.festivalId, { stallName: 'Jiran' });
});
afterAll(() => pages.server.stop());

const call = () => `/pendaftaran/${made.slug}`;
const festivalPage = () => `/en/festival/${made.slug}`;
const lineUp = () => `/festival/${made.slug}/peserta`;
const stallPage = () => `/festival/${made.slug}/lapak/${guest.slug}`;
const key = () => ({ festivalId: made.festivalId, by: made.organiserId, now });
const read = async (): Promise<Festival> => (await readFestival(pages.server.world.db, made.festivalId))!;

async function edit(changes: { name?: string; place?: string }) {
  const { startsOn: firstDay, ...festival } = await read();
  return { ...festival, firstDay, ...changes, ...key() };
}

describe('a call', () => {
  it('is opened, and the front page lists it', async () => {
    const draft = await makeFestival(pages.server.world, { name: 'Pasar Baru', state: 'draft' });
    await pages.expectDropped(['/', '/en'], (tx) =>
      openCall(tx, { festivalId: draft.festivalId, by: draft.organiserId, now }),
    );
  });

  it('asks for other things and has another plan', async () => {
    const fresh = await makeFestival(pages.server.world, { name: 'Pasar Pagi' });
    const page = [`/pendaftaran/${fresh.slug}`];
    const its = { festivalId: fresh.festivalId, by: fresh.organiserId, now };
    const questions = [{ kind: 'text', label: 'Kenapa ikut?', required: 'no' }] as const;
    await pages.expectDropped(page, (tx) => setQuestions(tx, { ...its, questions }));
    const needs = [{ kind: 'ktp', required: 'no' }] as const;
    await pages.expectDropped(page, (tx) => setDocumentNeeds(tx, { ...its, needs }));
    const caps = [{ kind: 'total', value: '', limit: 4 }] as const;
    await pages.expectDropped(page, (tx) => setCaps(tx, { ...its, caps }));
    await pages.expectDropped(page, (tx) => arrangePlan(tx, { ...its, boothCount: 9, columns: 3 }));
  });

  it('is described in other words, and closed', async () => {
    const changed = await edit({ name: 'Pesta Sungai Musi', place: 'Dermaga' });
    await pages.expectDropped(['/', call(), festivalPage()], (tx) => editFestival(tx, changed));
    await pages.expectDropped(['/', call()], (tx) => closeCall(tx, key()));
  });
});

describe('a line-up', () => {
  let participationId: ParticipationId;

  it('is announced, and fills with those who accept', async () => {
    const { world } = pages.server;
    const booths = await world.db
      .selectFrom('festival_booth')
      .select('id')
      .where('festival_id', '=', made.festivalId)
      .orderBy('number')
      .execute();
    await world.inTransaction(async (tx) => {
      for (const [index, { applicationId }] of [guest, neighbour].entries()) {
        await placeInBooth(tx, { applicationId, boothId: booths[index]!.id, by: made.organiserId, now });
      }
    });
    await pages.expectDropped(['/', call(), festivalPage(), lineUp()], (tx) =>
      publishLineUp(tx, { ...key(), emptyBooths: 'yes' }),
    );
    for (const { ownerId: by, merchantId, ...applicant } of [guest, neighbour]) {
      const { id: offerId } = await openOfferOf(world, { merchantId, ownerId: by, ...applicant });
      await pages.expectDropped(['/', lineUp()], (tx) => acceptOffer(tx, { offerId, merchantId, by, now }));
    }
    const rows = await world.db.selectFrom('festival_participation').select(['id', 'merchant_id']).execute();
    const stallOf = ({ merchantId }: MadeApplicant) => rows.find((row) => row.merchant_id === merchantId)!.id;
    participationId = stallOf(guest);
    await pages.expectDropped([festivalPage()], (tx) => prepareStall(tx, { participationId, now }));
    await pages.expectDropped([festivalPage()], (tx) => prepareStall(tx, { participationId: stallOf(neighbour), now }));
  });

  it('loses who steps back', async () => {
    const { applicationId, ownerId: by } = neighbour;
    await pages.expectDropped(['/', lineUp()], (tx) => withdrawApplication(tx, { applicationId, by, now }));
    const { id } = await pages.server.world.db
      .selectFrom('festival_participation')
      .select('id')
      .where('merchant_id', '=', neighbour.merchantId)
      .executeTakeFirstOrThrow();
    await pages.expectDropped([festivalPage()], (tx) => endStall(tx, { participationId: id, now }));
  });

  it('becomes a festival that runs, waits, goes on, closes its day and is called off', async () => {
    const { days } = await read();
    const [first] = days;
    const { day, opensAt } = first!;
    const then = { ...key(), now: opensAt };
    const shown = ['/', festivalPage(), stallPage()];
    await pages.expectDropped(shown, (tx) => startFestivalDay(tx, { ...then, day }));
    await pages.expectDropped([festivalPage(), stallPage()], (tx) =>
      checkInStall(tx, { participationId, day, cookedAtOnce: 4, now: opensAt }),
    );
    await pages.expectDropped(shown, (tx) => changeFestivalState(tx, { ...then, to: 'postponed', why: 'Hujan' }));
    await pages.expectDropped(shown, (tx) => changeFestivalState(tx, { ...then, to: 'resume' }));
    await pages.expectDropped([festivalPage(), stallPage()], (tx) => recordDayClosed(tx, { ...then, day }));
    await pages.expectDropped([...shown, call()], (tx) =>
      changeFestivalState(tx, { ...then, to: 'cancelled', why: 'Banjir' }),
    );
  });
});

describe('time alone', () => {
  it('closes a call, opens a day and ends it, without anybody doing anything', async () => {
    const { world } = pages.server;
    const other = await makeFestival(world, { name: 'Pasar Senja' });
    const festival = (await readFestival(world.db, other.festivalId))!;
    const path = `/pendaftaran/${other.slug}`;
    const seen = async () => (await pages.server.send(path)).text;
    pages.server.moveClock(festival.callClosesAt - 10 * MINUTE_MS);
    const before = await seen();
    pages.server.moveClock(festival.callClosesAt);
    await vi.waitFor(async () => expect(await seen()).not.toBe(before), { timeout: 5_000 });
  });
});
