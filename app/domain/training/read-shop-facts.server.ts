import { readRuleInForce } from '~/domain/wallet/read-rule-in-force.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import { dayOf, HOUSE_ZONE } from '~/shared/time';
import type { DishFacts, ShopFacts } from './acts';

type Reader = ReadDb | Tx;
/** Rows of many merchants, by merchant. */
type ByMerchant<Row> = Map<string, Row[]>;

/**
 * What the practices look at, for each of these merchants, in a dozen statements however many they are. Joins tables of
 * lower capabilities (decision 0061); what lies above training comes as proofs.
 */
export async function readShopFacts(
  db: Reader,
  { merchantIds, now }: { merchantIds: readonly MerchantId[]; now: number },
): Promise<Map<MerchantId, ShopFacts>> {
  const ids = [...new Set(merchantIds)];
  if (ids.length === 0) return new Map();
  const today = dayOf(now, HOUSE_ZONE);
  const rule = await readRuleInForce(db, { kind: 'commission', scope: 'wallet', day: today });
  const dishes = await readDishes(db, ids);
  const papers = await readPapers(db, ids);
  const hours = byMerchant(
    await db
      .selectFrom('merchant_hours')
      .select(['merchant_id', 'weekday', 'state'])
      .where('merchant_id', 'in', ids)
      .execute(),
  );
  const contacts = await readContactKinds(db, ids);
  const phones = await readPhonesWithoutPin(db, ids);
  const money = await readMoneyFacts(db, ids);
  const slips = await readSlips(db, ids);
  const sets = byMerchant(
    await db
      .selectFrom('menu_set_dish')
      .select(['merchant_id', 'dish_id'])
      .where('merchant_id', 'in', ids)
      .where('kind', '=', 'festival')
      .execute(),
  );
  return new Map(
    ids.map((id) => [
      id,
      {
        today,
        now,
        dishes: dishes.get(id) ?? [],
        papers: papers.get(id) ?? [],
        hours: (hours.get(id) ?? []).map(({ weekday, state }) => ({ weekday, isOpen: state === 'open' })),
        ...money(id),
        slips: slips.get(id) ?? [],
        hasComplaintsPerson: contacts.get(id)?.includes('complaints') ?? false,
        hasEmergencyNumber: contacts.get(id)?.includes('emergency') ?? false,
        cashiersWithoutPin: phones.get(id)?.length ?? 0,
        festivalMenu: (sets.get(id) ?? []).map((row) => row.dish_id),
        commission: rule.basisPoints,
      },
    ]),
  );
}

function byMerchant<Row extends { merchant_id: string }>(rows: readonly Row[]): ByMerchant<Row> {
  const found: ByMerchant<Row> = new Map();
  for (const row of rows) found.set(row.merchant_id, [...(found.get(row.merchant_id) ?? []), row]);
  return found;
}

function mapped<Row, Value>(rows: ByMerchant<Row>, read: (row: Row) => Value): Map<string, Value[]> {
  return new Map([...rows].map(([id, own]) => [id, own.map(read)]));
}

async function readDishes(db: Reader, ids: MerchantId[]): Promise<Map<string, DishFacts[]>> {
  const rows = await db
    .selectFrom('menu_dish as d')
    .leftJoin('menu_dish_cost as c', 'c.dish_id', 'd.id')
    .leftJoin('platform_file as f', 'f.id', 'd.photo_large_file_id')
    .select(['d.merchant_id', 'd.id', 'd.name', 'd.price', 'd.description', 'd.make_seconds', 'd.make_seconds_set_by'])
    .select(['d.halal', 'd.allergen_answer', 'c.cost', 'c.floor_price', 'f.sha256', 'f.width'])
    .where('d.merchant_id', 'in', ids)
    .where('d.archived_at', 'is', null)
    .orderBy('d.position')
    .orderBy('d.id')
    .execute();
  return mapped(byMerchant(rows), (row) => ({
    id: row.id,
    name: row.name,
    price: row.price,
    hasDescription: (row.description ?? '').trim() !== '',
    makeSeconds: row.make_seconds,
    areMinutesHerOwn: row.make_seconds_set_by !== null,
    halal: row.halal,
    allergenAnswer: row.allergen_answer,
    photo: row.sha256 === null ? null : { sha256: row.sha256, width: row.width ?? 0 },
    cost: row.cost,
    floorPrice: row.floor_price,
  }));
}

async function readPapers(db: Reader, ids: MerchantId[]): Promise<Map<string, ShopFacts['papers']>> {
  const rows = await db
    .selectFrom('merchant_document as d')
    .select(['d.merchant_id', 'd.kind', 'd.answer', 'd.number_hmac', 'd.valid_until'])
    .select((eb) =>
      eb
        .selectFrom('merchant_document_page as p')
        .innerJoin('platform_file as f', 'f.id', 'p.file_id')
        .whereRef('p.merchant_id', '=', 'd.merchant_id')
        .whereRef('p.kind', '=', 'd.kind')
        .where('p.removed_at', 'is', null)
        .select((page) => page.fn.min('p.file_id').as('first'))
        .as('page'),
    )
    .where('d.merchant_id', 'in', ids)
    .execute();
  return mapped(byMerchant(rows), ({ kind, answer, number_hmac, valid_until, page }) => ({
    kind,
    answer,
    hasNumber: number_hmac !== null,
    hasPage: page !== null,
    validUntil: valid_until,
  }));
}

/** Kinds of contact that hold now: a person who has left the business receives no complaints. */
async function readContactKinds(db: Reader, ids: MerchantId[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('merchant_contact as c')
    .leftJoin('identity_member as m', (join) =>
      join
        .onRef('m.person_id', '=', 'c.person_id')
        .onRef('m.scope_id', '=', 'c.merchant_id')
        .on('m.scope_kind', '=', 'merchant')
        .on('m.ended_at', 'is', null),
    )
    .select(['c.merchant_id', 'c.kind', 'c.phone', 'm.id as member'])
    .where('c.merchant_id', 'in', ids)
    .execute();
  const live = rows.filter(({ phone, member }) => phone !== null || member !== null);
  return mapped(byMerchant(live), ({ kind }) => kind);
}

/** Phones of the stall that are not taken back and have no PIN: nobody has set them up, or the link ran out. */
async function readPhonesWithoutPin(db: Reader, ids: MerchantId[]) {
  return byMerchant(
    await db
      .selectFrom('identity_stall_phone')
      .select('merchant_id')
      .where('merchant_id', 'in', ids)
      .where('revoked_at', 'is', null)
      .where('pin_hash', 'is', null)
      .execute(),
  );
}

async function readMoneyFacts(db: Reader, ids: MerchantId[]) {
  const withPin = await db
    .selectFrom('identity_member as m')
    .innerJoin('wallet_account as a', (join) =>
      join
        .onRef('a.owner_id', '=', 'm.person_id')
        .on('a.owner_kind', '=', 'person')
        .on('a.kind', '=', 'spending')
        .on('a.pin_hash', 'is not', null),
    )
    .select('m.scope_id as merchant_id')
    .where('m.scope_kind', '=', 'merchant')
    .where('m.scope_id', 'in', ids)
    .where('m.role', '=', 'owner')
    .where('m.ended_at', 'is', null)
    .execute();
  const withAccount = await db
    .selectFrom('wallet_payout_account as p')
    .innerJoin('wallet_account as a', 'a.id', 'p.account_id')
    .select('a.owner_id as merchant_id')
    .where('a.owner_kind', '=', 'merchant')
    .where('a.owner_id', 'in', ids)
    .where('p.state', 'in', ['proposed', 'checked_once', 'in_force'])
    .execute();
  const schedules = await db
    .selectFrom('wallet_payout_schedule')
    .select(['merchant_id', 'hour'])
    .where('merchant_id', 'in', ids)
    .execute();
  const outside = byMerchant(
    await db
      .selectFrom('wallet_outside_sales')
      .select(['merchant_id', 'month'])
      .where('merchant_id', 'in', ids)
      .execute(),
  );
  const pins = new Set(withPin.map((row) => row.merchant_id));
  const accounts = new Set(withAccount.map((row) => row.merchant_id));
  const hours = new Map(schedules.map((row) => [row.merchant_id, row.hour]));
  return (id: MerchantId) => ({
    hasPin: pins.has(id),
    hasPayoutAccount: accounts.has(id),
    payoutHour: hours.get(id) ?? null,
    outsideMonths: (outside.get(id) ?? []).map(({ month }) => month),
  });
}

/** Slips are orders' own; each closed evening leaves a proof `slip` with `participation:day` as its source. */
async function readSlips(db: Reader, ids: MerchantId[]): Promise<Map<string, ShopFacts['slips']>> {
  const proofs = await db
    .selectFrom('training_proof')
    .select(['merchant_id', 'source_id', 'recorded_at'])
    .where('merchant_id', 'in', ids)
    .where('proof', '=', 'slip')
    .where('withdrawn_at', 'is', null)
    .execute();
  const views = await db
    .selectFrom('wallet_slip_view')
    .select(['merchant_id', 'participation_id', 'day'])
    .where('merchant_id', 'in', ids)
    .execute();
  const seen = new Set(views.map((row) => `${row.merchant_id} ${row.participation_id}:${row.day}`));
  return mapped(byMerchant(proofs), (row) => ({
    at: row.recorded_at,
    checked: seen.has(`${row.merchant_id} ${row.source_id}`) ? ('yes' as const) : ('no' as const),
  }));
}
