import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { ApplicationId, FestivalId, MerchantId, OrderId, ParticipationId } from '~/shared/ids';
import type { Engine } from '~db/engine.server';
import type { Database } from '~db/schema';
import type { World } from '../setup/open-world';
import { type Copies, copyIfAny, copyRows, I, oneOf, type Pattern, padded } from './copied-rows';

export interface StallPattern {
  festivalId: FestivalId;
  participationId: ParticipationId;
  merchantId: MerchantId;
  booth: number;
}

/** What follows the first word of a dish's name in copies, so that a search finds some of them. */
const FLAVOURS = ['pedas', 'manis', 'gurih', 'asam', 'bakar', 'goreng', 'kuah', 'santan', 'sambal', 'jahe'];

/** Copies a stall until the festival has so many; `from` goes on where an earlier call stopped: merchant, menu, booth, participation, listings, words, slots of the day. */
export async function growStalls(
  world: World,
  pattern: StallPattern,
  stalls: number,
  from = pattern.booth + 1,
): Promise<void> {
  const { engine } = world;
  const { festivalId, participationId, merchantId } = pattern;
  const copies: Copies = { from, to: stalls };
  const ofMerchant = sql`t.merchant_id = ${merchantId}`;
  const ofStall = sql`t.festival_id = ${festivalId} and t.participation_id = ${participationId}`;
  const ofDishes = sql`t.dish_id in (select id from menu_dish where merchant_id = ${merchantId})`;
  const ofListings = sql`t.festival_id = ${festivalId} and t.listing_number in (
    select number from stall_listing where festival_id = ${festivalId} and participation_id = ${participationId})`;
  const listings = await countListings(world, pattern);
  const listing = (column: string) =>
    sql`${sql.ref(`t.${column}`)} + (${I} - ${sql.lit(pattern.booth)}) * ${sql.lit(listings)}`;
  const name = sql`${sql.ref('t.name')} || ' ' || ${oneOf(FLAVOURS)}`;
  const noImport = { import_identity: sql`null` };
  await world.inTransaction(async (tx) => {
    const copy = (table: keyof Database, rows: Pattern) => copyRows(tx, engine, table, rows, copies);
    await copy('merchant_profile', {
      where: sql`t.id = ${merchantId}`,
      ids: ['id'],
      set: {
        slug: sql`'lapak-' || ${I}`,
        stall_name: sql`'Lapak ' || ${I}`,
        phone: sql`null`,
        category: oneOf(['rice_meals', 'noodles', 'soups', 'drinks', 'sweets']),
        ...noImport,
      },
    });
    // All of one owner, who agrees that each is shown.
    await copy('identity_member', { where: sql`t.scope_id = ${merchantId}`, ids: ['id', 'scope_id'] });
    await copy('identity_consent', { where: sql`t.subject_id = ${merchantId}`, ids: ['id', 'subject_id'] });
    await copy('menu_dish', { where: ofMerchant, ids: ['id', 'merchant_id'], set: { name, ...noImport } });
    await copyIfAny(tx, engine, 'menu_dish_allergen', { where: ofDishes, ids: ['dish_id'] }, copies);
    await copyIfAny(tx, engine, 'menu_option_group', { where: ofDishes, ids: ['id', 'dish_id'] }, copies);
    await copyIfAny(tx, engine, 'menu_option', { where: ofDishes, ids: ['id', 'group_id', 'dish_id'] }, copies);
    await copyBooth(tx, engine, pattern, copies);
    await copy('stall_setup', {
      where: ofStall,
      ids: ['participation_id', 'merchant_id'],
      set: { slug: sql`'lapak-' || ${I}`, booth_number: I },
    });
    await copy('stall_listing', {
      where: ofStall,
      ids: ['participation_id', 'dish_id'],
      set: { number: listing('number') },
    });
    const numbered = { where: ofListings, ids: [], set: { listing_number: listing('listing_number') } };
    await copyIfAny(tx, engine, 'stall_stock', numbered, copies);
    await copy('stall_search_word', numbered);
    await writeFlavourWords(tx, pattern, { listings, ...copies });
    for (const table of ['stall_day', 'stall_counter', 'stall_slot'] as const) {
      await copyIfAny(tx, engine, table, { where: ofStall, ids: ['participation_id'] }, copies);
    }
  });
  await settle(world);
}

async function countListings({ db }: World, { festivalId, participationId }: StallPattern): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from stall_listing
    where festival_id = ${festivalId} and participation_id = ${participationId}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** Merchants with menus who are at no festival, wallets nobody uses today, other days: what stands around one festival. */
export async function growAround(world: World, { festivalId, merchantId }: StallPattern, count: number): Promise<void> {
  const { engine } = world;
  const copies: Copies = { from: 50_000_001, to: 50_000_000 + count };
  const another = sql`'day ' || ${I}`;
  await world.inTransaction(async (tx) => {
    const copy = (table: keyof Database, rows: Pattern) => copyRows(tx, engine, table, rows, copies);
    const set = { slug: sql`'usaha-' || ${I}`, phone: sql`null`, import_identity: sql`null` };
    await copy('merchant_profile', { where: sql`t.id = ${merchantId}`, ids: ['id'], set });
    await copy('menu_dish', {
      where: sql`t.merchant_id = ${merchantId}`,
      ids: ['id', 'merchant_id'],
      set: { import_identity: sql`null` },
    });
    await copyIfAny(
      tx,
      engine,
      'wallet_account',
      {
        where: sql`t.owner_kind = 'merchant' and t.owner_id = ${merchantId} and t.kind = 'receivable' and t.balance = 0`,
        ids: ['id', 'owner_id'],
      },
      copies,
    );
    await copyIfAny(
      tx,
      engine,
      'order_unpaid',
      { where: sql`t.festival_id = ${festivalId}`, ids: [], set: { day: another, portions: sql`0` } },
      copies,
    );
  });
  await settle(world);
}

/** The booth beside the last one, with the offer and participation that stand in it. */
async function copyBooth(tx: Tx, engine: Engine, { festivalId, participationId }: StallPattern, copies: Copies) {
  const where = sql`t.festival_id = ${festivalId} and t.id = ${participationId}`;
  const { rows } = await sql<{ booth_id: string; offer_id: string }>`
    select booth_id, offer_id from festival_participation as t where ${where}`.execute(tx);
  const own = rows[0];
  if (!own) throw new Error('the stall to copy takes part in nothing');
  // Booths that the plan has already are in the way.
  await sql`delete from festival_booth where festival_id = ${festivalId} and number >= ${copies.from}
    and id not in (select booth_id from festival_offer)`.execute(tx);
  const copy = (table: keyof Database, rows: Pattern) => copyRows(tx, engine, table, rows, copies);
  await copy('festival_booth', {
    where: sql`t.id = ${own.booth_id}`,
    ids: ['id'],
    set: { number: I, plan_row: sql`(${I} - 1) / 10`, plan_column: sql`(${I} - 1) % 10` },
  });
  await copy('festival_application', {
    where: sql`t.id = (select application_id from festival_offer where id = ${own.offer_id})`,
    ids: ['id', 'merchant_id'],
    set: { submitted_at: sql`t.submitted_at + ${I}` },
  });
  await copy('festival_offer', { where: sql`t.id = ${own.offer_id}`, ids: ['id', 'application_id', 'booth_id'] });
  await copy('festival_participation', {
    where,
    ids: ['id', 'merchant_id', 'booth_id', 'offer_id'],
    set: { booth_number: I, slug: sql`'lapak-' || ${I}` },
  });
}

/** The flavour that a copy's dishes are called by is found too. */
async function writeFlavourWords(
  tx: Tx,
  { festivalId, booth }: StallPattern,
  { listings, from, to }: Copies & { listings: number },
): Promise<void> {
  if (to < from) return;
  await sql`
    insert into stall_search_word (festival_id, word, listing_number)
    with recursive n(i) as (
      select cast(${from} as bigint) union all select n.i + 1 from n where n.i < cast(${to} as bigint))
    select l.festival_id, ${oneOf(FLAVOURS)}, l.number
    from n join stall_listing as l on l.festival_id = ${festivalId}
      and l.number > (${I} - ${sql.lit(booth)}) * ${sql.lit(listings)}
      and l.number <= (${I} - ${sql.lit(booth)} + 1) * ${sql.lit(listings)}
    on conflict do nothing`.execute(tx);
}

export interface ApplicantPattern {
  applicationId: ApplicationId;
  merchantId: MerchantId;
}

/** Copies an applicant with her menu, papers and answers until there are so many. */
export async function growApplicants(world: World, pattern: ApplicantPattern, applicants: number): Promise<void> {
  const { engine } = world;
  const { applicationId, merchantId } = pattern;
  const ofMerchant = sql`t.merchant_id = ${merchantId}`;
  await world.inTransaction(async (tx) => {
    const copy = (table: keyof Database, rows: Pattern) =>
      copyIfAny(tx, engine, table, rows, { from: 2, to: applicants });
    const noImport = { import_identity: sql`null` };
    await copy('merchant_profile', {
      where: sql`t.id = ${merchantId}`,
      ids: ['id'],
      set: { slug: sql`'pendaftar-' || ${I}`, stall_name: sql`'Pendaftar ' || ${I}`, phone: sql`null`, ...noImport },
    });
    await copy('merchant_document', { where: ofMerchant, ids: ['merchant_id'] });
    await copy('menu_dish', { where: ofMerchant, ids: ['id', 'merchant_id'], set: noImport });
    await copy('festival_application', {
      where: sql`t.id = ${applicationId}`,
      ids: ['id', 'merchant_id'],
      set: { submitted_at: sql`t.submitted_at + ${I}` },
    });
    await copy('festival_answer', { where: sql`t.application_id = ${applicationId}`, ids: ['application_id'] });
  });
  await settle(world);
}

export interface OrderPattern {
  festivalId: FestivalId;
  orderId: OrderId;
  participationId: ParticipationId;
}

const DAYS_BACK = 100;

/** Copies an order with its tickets and lines so often, over the hundred days before. */
export async function growOrders(world: World, pattern: OrderPattern, orders: number): Promise<void> {
  const { engine } = world;
  const { festivalId, orderId } = pattern;
  const copies: Copies = { from: 1, to: orders };
  const day =
    engine === 'sqlite'
      ? sql`date(t.day, '-' || (1 + ${I} % ${sql.lit(DAYS_BACK)}) || ' days')`
      : sql`((t.day::date - (1 + ${I} % ${sql.lit(DAYS_BACK)})::int)::text)`;
  const earlier = (column: string) => sql`${sql.ref(`t.${column}`)} - 86400000 * (1 + ${I} % ${sql.lit(DAYS_BACK)})`;
  const ofTickets = sql`t.festival_id = ${festivalId} and t.ticket_id in (
    select id from order_ticket where festival_id = ${festivalId} and order_id = ${orderId})`;
  await world.inTransaction(async (tx) => {
    const copy = (table: keyof Database, rows: Pattern) => copyRows(tx, engine, table, rows, copies);
    await copy('order_header', {
      where: sql`t.festival_id = ${festivalId} and t.id = ${orderId}`,
      ids: ['id'],
      set: {
        day,
        short_code: sql`'K' || ${padded(engine, I)}`,
        placed_at: earlier('placed_at'),
        browser_hmac: sql`null`,
      },
    });
    await copy('order_ticket', {
      where: sql`t.festival_id = ${festivalId} and t.order_id = ${orderId}`,
      ids: ['id', 'order_id', 'hold_id'],
      set: {
        day,
        pickup_number: sql`t.pickup_number + 1 + ${I} / ${sql.lit(DAYS_BACK)}`,
        placed_at: earlier('placed_at'),
        slot_starts_at: earlier('slot_starts_at'),
        state: sql`'handed_over'`,
        ended_at: earlier('placed_at'),
      },
    });
    await copy('order_line', { where: ofTickets, ids: ['ticket_id'] });
    await copy('order_ticket_change', { where: ofTickets, ids: ['ticket_id'] });
  });
  await settle(world);
}

/** What autovacuum does on any real server: statistics that know of the new rows. SQLite has none, here as there. */
async function settle({ engine, database }: World): Promise<void> {
  if (engine === 'postgres') await sql`vacuum analyze`.execute(database.writer);
}
