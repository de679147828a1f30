import { type RawBuilder, sql } from 'kysely';
import { shownMerchant } from '~/domain/merchants/shown-merchant.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, FileId, MerchantId, ParticipationId } from '~/shared/ids';
import { type StallStanding, standingOf } from '../stalls';
import { takesOrders } from './takes-orders.server';

/** A stall on a day of its festival. */
export interface StallOnDay {
  festivalId: FestivalId;
  participationId: ParticipationId;
  merchantId: MerchantId;
  slug: string;
  booth: number;
  name: string;
  regionCode: string;
  category: string | null;
  story: string | null;
  photoFileId: FileId | null;
  cookedAtOnce: number;
  standing: StallStanding;
  /** A pause ends by itself then; a page that shows it is stale from then on. */
  pausedUntil: number | null;
  opensAt: number | null;
  closesAt: number | null;
}

interface StallRow {
  festival_id: FestivalId;
  participation_id: ParticipationId;
  merchant_id: MerchantId;
  slug: string;
  booth_number: number;
  cooked_at_once: number;
  stall_name: string;
  region_code: string;
  category: string | null;
  story: string | null;
  photo_file_id: FileId | null;
  checked_in_at: number | null;
  opens_at: number | null;
  closes_at: number | null;
  paused_until: number | null;
  closed_at: number | null;
  silent_at: number | null;
}

export interface StallQuestion {
  festivalId: FestivalId;
  day: string;
  now: number;
  slug?: string;
  participationId?: ParticipationId;
  /** Only these. */
  participationIds?: readonly ParticipationId[];
  /** Only what sells this kind of thing. */
  category?: string | undefined;
  /** only = those that take orders now; others = the rest. */
  open?: 'only' | 'others';
  /** So many, after so many. */
  slice?: { limit: number; offset: number };
  /** Customers see no stall whose business may not be seen now; its own board still does. */
  seenBy?: 'customers' | 'stall';
}

/** Stalls of a festival by booth, as they stand now; one statement. */
export async function readStalls(db: ReadDb | Tx, question: StallQuestion): Promise<StallOnDay[]> {
  const {
    festivalId,
    day,
    slug,
    participationId,
    participationIds,
    category,
    slice,
    now,
    seenBy = 'customers',
  } = question;
  if (participationIds?.length === 0) return [];
  const bySlug = slug ? sql`and s.slug = ${slug}` : sql``;
  const byId = participationId ? sql`and s.participation_id = ${participationId}` : sql``;
  const byIds = participationIds ? sql`and s.participation_id in (${sql.join(participationIds)})` : sql``;
  const shown = seenBy === 'customers' ? sql`and ${shownMerchant('m')}` : sql``;
  // Few that are named are sorted; else the booths are walked in their order, which SQLite would do for these as well.
  const { rows } = await sql<StallRow>`
    select s.festival_id, s.participation_id, s.merchant_id, s.slug, s.booth_number, s.cooked_at_once,
      m.stall_name, m.region_code, m.category, m.story, m.photo_file_id,
      d.checked_in_at, d.opens_at, d.closes_at, d.paused_until, d.closed_at, h.silent_at
    from stall_setup as s
    join merchant_profile as m on m.id = s.merchant_id
    left join stall_day as d
      on d.festival_id = s.festival_id and d.participation_id = s.participation_id and d.day = ${day}
    left join stall_heartbeat as h
      on h.festival_id = s.festival_id and h.participation_id = s.participation_id
    where s.festival_id = ${festivalId} and s.ended_at is null ${bySlug} ${byId} ${byIds}
      ${ofCategory(category)} ${shown} ${openness(question)}
    order by ${participationIds ? sql`+s.booth_number` : sql`s.booth_number`}
    ${slice ? sql`limit ${slice.limit} offset ${slice.offset}` : sql``}`.execute(db);
  return rows.map((row) => toStall(row, now));
}

/** Asked stall by stall: joined, PostgreSQL may begin with every merchant of the country who sells this. */
function ofCategory(category: string | undefined): RawBuilder<unknown> {
  if (!category) return sql``;
  return sql`and (select kind.category from merchant_profile as kind where kind.id = s.merchant_id) = ${category}`;
}

function openness({ open, now }: Pick<StallQuestion, 'open' | 'now'>): RawBuilder<unknown> {
  // `is true`: SQLite may not begin with the day of every stall and sort them by booth.
  if (open === 'only') return sql`and ${takesOrders(now)} is true`;
  return open === 'others' ? sql`and (d.day is null or not ${takesOrders(now)})` : sql``;
}

/** How many stalls of a festival customers see, or how many of them answer to a question; counted no further than `most`. */
export async function countStalls(
  db: ReadDb | Tx,
  question: Pick<StallQuestion, 'festivalId' | 'day' | 'now' | 'category' | 'open'>,
  most?: number,
): Promise<number> {
  const { festivalId, day, category, open } = question;
  const ofDay = open
    ? sql`left join stall_day as d
      on d.festival_id = s.festival_id and d.participation_id = s.participation_id and d.day = ${day}`
    : sql``;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 as one from stall_setup as s ${ofDay}
      where s.festival_id = ${festivalId} and s.ended_at is null ${ofCategory(category)} ${openness(question)}
        and (select case when ${shownMerchant('m')} then 1 else 0 end
          from merchant_profile as m where m.id = s.merchant_id) = 1
      ${most === undefined ? sql`` : sql`limit ${most}`}) as counted`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

function toStall(row: StallRow, now: number): StallOnDay {
  const { opens_at: opensAt, closes_at: closesAt, paused_until: pausedUntil, closed_at: closedAt } = row;
  const { silent_at: silentAt } = row;
  const facts = opensAt === null || closesAt === null ? null : { opensAt, closesAt, pausedUntil, closedAt, silentAt };
  return {
    festivalId: row.festival_id,
    participationId: row.participation_id,
    merchantId: row.merchant_id,
    slug: row.slug,
    booth: row.booth_number,
    name: row.stall_name,
    regionCode: row.region_code,
    category: row.category,
    story: row.story,
    photoFileId: row.photo_file_id,
    cookedAtOnce: row.cooked_at_once,
    standing: standingOf(facts, now),
    pausedUntil: pausedUntil !== null && pausedUntil > now ? pausedUntil : null,
    opensAt,
    closesAt,
  };
}
