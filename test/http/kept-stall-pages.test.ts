import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addMember } from '~/domain/identity/add-member.server';
import { endMember } from '~/domain/identity/end-member.server';
import { addDish } from '~/domain/menus/add-dish.server';
import { archiveDish } from '~/domain/menus/archive-dish.server';
import { changeDish } from '~/domain/menus/change-dish.server';
import { moveDish } from '~/domain/menus/move-dish.server';
import { removeDishPhoto, setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { setOptions } from '~/domain/menus/set-options.server';
import { changeMerchantState } from '~/domain/merchants/change-merchant-state.server';
import { setHours } from '~/domain/merchants/set-hours.server';
import { setMerchantPhoto } from '~/domain/merchants/set-merchant-photo.server';
import { setPublishing } from '~/domain/merchants/set-publishing.server';
import { updateProfile } from '~/domain/merchants/update-profile.server';
import { cancelTicket } from '~/domain/orders/cancel-ticket.server';
import { placeOrder } from '~/domain/orders/place-orders.server';
import { refuseTicket } from '~/domain/orders/refuse-ticket.server';
import { takeCash } from '~/domain/orders/take-cash.server';
import { closeStallDays } from '~/domain/stalls/close-stall-days.server';
import { endStall } from '~/domain/stalls/end-stall.server';
import { markBack } from '~/domain/stalls/mark-back.server';
import { markSoldOut } from '~/domain/stalls/mark-sold-out.server';
import { pauseStall } from '~/domain/stalls/pause-stall.server';
import { refreshDish } from '~/domain/stalls/refresh-dish.server';
import { resumeStall } from '~/domain/stalls/resume-stall.server';
import { setFestivalPrice } from '~/domain/stalls/set-festival-price.server';
import { setStock } from '~/domain/stalls/set-stock.server';
import { withdrawListing } from '~/domain/stalls/withdraw-listing.server';
import type { Photo } from '~/platform/images.server';
import { touchTopics } from '~/platform/topic.server';
import { type DishId, newId, type OrderId, type TicketId } from '~/shared/ids';
import { makePerson } from '../factories/identity';
import { SIZE_AND_TOPPINGS } from '../factories/menus';
import { accepted } from '../factories/merchants';
import { doorOf, readTickets, requestFor } from '../factories/orders';
import { makeOpenFestival, type OpenStall } from '../factories/stalls';
import { WORLD_BEGINS } from '../setup/world';
import { type KeptPages, openKeptPages } from './kept-pages';

const now = WORLD_BEGINS;
let pages: KeptPages;
let slug: string;
let stall: OpenStall;
let other: OpenStall;
let photo: Photo;

beforeAll(async () => {
  pages = await openKeptPages();
  const { world } = pages.server;
  const dishes = [{ name: 'Tekwan' }, { name: 'Model' }];
  const festival = await makeOpenFestival(world, [{ stallName: 'Satu', dishes }, { stallName: 'Dua' }]);
  slug = festival.slug;
  [stall, other] = festival.stalls as [OpenStall, OpenStall];
  const red = { width: 700, height: 500, channels: 3, background: '#aa3322' } as const;
  photo = accepted(await world.app.ports.images.readPhoto(await sharp({ create: red }).png().toBuffer()));
});
afterAll(() => pages.server.stop());

const festivalPage = () => `/festival/${slug}`;
/** Lists dishes, which the page without filters does for those that sell best. */
const filteredPage = () => `/festival/${slug}?harga=50000`;
const stallPage = () => `/festival/${slug}/lapak/${stall.slug}`;
const otherPage = () => `/en/festival/${slug}/lapak/${other.slug}`;
const lineUpPage = () => `/festival/${slug}/peserta`;
const merchantPage = () => `/usaha-baru/${stall.slug}`;
const otherMerchantPage = () => `/en/usaha-baru/${other.slug}`;
const all = () => [festivalPage(), filteredPage(), stallPage()];

const key = () => ({ festivalId: stall.festivalId, participationId: stall.participationId, day: stall.day, now });
const listed = (option: number | null = null) => ({ ...key(), listing: stall.listings[0]!, option });
const dish = () => ({ dishId: stall.dishIds[0]!, merchantId: stall.merchantId, now });

describe('a stall’s day', () => {
  it('pauses and resumes', async () => {
    await pages.expectDropped(all(), (tx) => pauseStall(tx, { ...key(), reason: 'busy' }));
    await pages.expectDropped(all(), (tx) => resumeStall(tx, key()));
  });

  it('sells out and has again, dishes and options', async () => {
    const shown = [filteredPage(), stallPage()];
    await pages.expectDropped([stallPage()], (tx) => setOptions(tx, { ...dish(), groups: SIZE_AND_TOPPINGS }));
    await pages.expectDropped(shown, (tx) => markSoldOut(tx, listed()));
    await pages.expectDropped(shown, (tx) => markBack(tx, listed()));
    await pages.expectDropped([stallPage()], (tx) => markSoldOut(tx, listed(1)));
    await pages.expectDropped([stallPage()], (tx) => markBack(tx, listed(1)));
    await pages.expectDropped(shown, (tx) => setStock(tx, { ...listed(), portions: 0 }));
    await pages.expectDropped(shown, (tx) => setStock(tx, { ...listed(), portions: 2 }));
  });

  it('sells its last portion, gets one back, and says in the end that there is none', async () => {
    const { world } = pages.server;
    const shown = [filteredPage(), stallPage()];
    const order = () => requestFor(world, [stall], { quantity: 2, options: [1] });
    const ticketOf = async (orderId: OrderId): Promise<TicketId> => (await readTickets(world, orderId))[0]!.id;
    const [first, second] = [order(), order()];
    await pages.expectDropped(shown, (tx) => placeOrder(tx, first, now));
    const ticketId = await ticketOf(first.orderId);
    await pages.expectDropped(shown, (tx) => cancelTicket(tx, { orderId: first.orderId, ticketId, now }));
    await pages.expectDropped(shown, (tx) => placeOrder(tx, second, now));
    await pages.expectDropped(shown, (tx) => setStock(tx, { ...listed(), portions: 5 }));
    const door = doorOf(stall, await ticketOf(second.orderId));
    accepted(await world.inTransaction((tx) => takeCash(tx, { door, byPersonId: null, now })));
    await pages.expectDropped(shown, (tx) => refuseTicket(tx, { door, reason: 'sold_out', byPersonId: null, now }));
    await pages.expectDropped(shown, (tx) => markBack(tx, listed()));
  });

  it('has other prices and other dishes', async () => {
    await pages.expectDropped(all(), (tx) => setFestivalPrice(tx, { ...listed(), price: 9_000 }));
    await pages.expectDropped(all(), (tx) => withdrawListing(tx, { ...listed(), act: 'withdraw' }));
    await pages.expectDropped(all(), (tx) => withdrawListing(tx, { ...listed(), act: 'back' }));
  });
});

describe('a menu', () => {
  it('changes what stands in it', async () => {
    const menus = [...all(), merchantPage()];
    const changes = { name: 'Tekwan Ikan', allergenAnswer: 'listed', allergens: ['fish'] } as const;
    await pages.expectDropped(menus, (tx) =>
      changeDish(tx, { ...dish(), changes: { ...changes, allergens: [...changes.allergens] }, by: null }),
    );
    await pages.expectDropped([stallPage(), merchantPage()], (tx) => moveDish(tx, { ...dish(), direction: 'down' }));
    await pages.expectDropped([filteredPage(), stallPage(), merchantPage()], (tx) =>
      setDishPhoto(tx, { ...dish(), photo }),
    );
    await pages.expectDropped([filteredPage(), stallPage(), merchantPage()], (tx) => removeDishPhoto(tx, dish()));
  });

  it('gets a dish and loses it, on the stall as soon as the worker has followed', async () => {
    const dishId: DishId = newId('dsh', now);
    const { merchantId, ownerId } = stall;
    const added = { dishId, merchantId, name: 'Laksan', price: 12_000, makeSeconds: 60, by: null, now };
    await pages.expectDropped([merchantPage()], (tx) => addDish(tx, added));
    await pages.expectDropped(all(), (tx) => refreshDish(tx, { dishId, now }));
    await pages.expectDropped([merchantPage()], (tx) => archiveDish(tx, { dishId, merchantId, by: ownerId, now }));
    await pages.expectDropped(all(), (tx) => refreshDish(tx, { dishId, now }));
  });
});

describe('the end', () => {
  it('of a stall’s day, and of a stall', async () => {
    const { festivalId, participationId, day } = other;
    await pages.expectDropped([festivalPage(), otherPage()], (tx) =>
      closeStallDays(tx, { festivalId, day, participationId, now }),
    );
    await pages.expectDropped([festivalPage(), otherPage()], (tx) => endStall(tx, { participationId, now }));
  });
});

it('control: a change that is not told is not seen, so the table above would notice a verb that forgets to tell', async () => {
  const { database } = pages.server.world;
  const before = (await pages.server.send(stallPage())).text;
  await database.writer.updateTable('festival_edition').set({ name: 'Tanpa kabar' }).where('slug', '=', slug).execute();
  // Several looks at the topics lie between.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await pages.server.send(stallPage())).text).toBe(before);
  const { festivalId } = stall;
  await pages.server.world.inTransaction((tx) =>
    touchTopics(tx, [`call:${festivalId}`, `festival:${festivalId}`], now),
  );
  await vi.waitFor(async () => expect((await pages.server.send(stallPage())).text).toContain('Tanpa kabar'), {
    timeout: 10_000,
  });
});

describe('a business', () => {
  it('changes its name, its picture and its hours', async () => {
    const { merchantId, ownerId: by } = stall;
    const changes = { stallName: 'Pempek Satu', story: 'Sejak 1990.' };
    await pages.expectDropped([...all(), lineUpPage(), merchantPage()], (tx) =>
      updateProfile(tx, { merchantId, changes, by, now }),
    );
    await pages.expectDropped([festivalPage(), merchantPage()], (tx) =>
      setMerchantPhoto(tx, { merchantId, photo, by, now }),
    );
    const days = [{ weekday: 1, windows: [{ opens: '08:00', closes: '12:00' }] }];
    await pages.expectDropped([merchantPage()], (tx) => setHours(tx, { merchantId, days, now }));
  });

  it('goes when its owner takes her consent back, or the owner who gave it is no owner any more', async () => {
    const { merchantId, ownerId: personId } = stall;
    await pages.expectDropped([merchantPage()], (tx) =>
      setPublishing(tx, { merchantId, personId, consent: false, now }),
    );
    const partner = await makePerson(pages.server.world);
    const role = { scopeKind: 'merchant', scopeId: other.merchantId, role: 'owner' } as const;
    await pages.server.world.inTransaction((tx) =>
      addMember(tx, { ...role, personId: partner.personId, createdBy: other.ownerId, now }),
    );
    await pages.expectDropped([otherMerchantPage()], (tx) =>
      endMember(tx, { ...role, personId: other.ownerId, endedBy: partner.personId, now }),
    );
  });

  it('goes when it is suspended', async () => {
    const { merchantId, ownerId: personId } = stall;
    await pages.server.world.inTransaction((tx) => setPublishing(tx, { merchantId, personId, consent: true, now }));
    expect((await pages.server.send(merchantPage())).status).toBe(200);
    await pages.expectDropped([merchantPage()], (tx) =>
      changeMerchantState(tx, { merchantId, to: 'suspended', by: null, why: 'check', now }),
    );
  });
});
