import { type SelectQueryBuilder, sql } from 'kysely';
import { readMerchants } from '~/domain/merchants/read-merchant.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId, OrganisationId } from '~/shared/ids';
import type { Database } from '~db/schema';
import { COURSE } from './certificate';
import { type ClosedReason, type CoachReason, type CoachReasonKind, deriveCoachReasons, IDLE_MS } from './coach';
import { type LessonStanding, readProgressOf } from './read-progress.server';

export interface CoachEntry extends CoachReason {
  merchantId: MerchantId;
  stallName: string;
  regionCode: string;
  phone: string | null;
  /** The organisation that brought her; null when she signed up herself. */
  importedBy: OrganisationId | null;
  /** Of the lesson: whether its quiz is passed; then only the practice is open. */
  isQuizPassed: boolean;
}

type Reader = ReadDb | Tx;

interface Question {
  merchantIds: readonly MerchantId[] | 'all';
  now: number;
  /** So many merchants are looked at. */
  most?: number;
}

/** So many merchants are looked at for one page: whoever waited longest comes first, the rest when these are done. */
const LOOKED_AT = 200;

/**
 * Merchants who are stuck, oldest reason first: of these merchants, or of all. Derived at every reading; a reason that
 * somebody closed is left out until it begins anew.
 */
export async function readCoachList(
  db: Reader,
  { merchantIds, now, most = LOOKED_AT }: Question,
): Promise<CoachEntry[]> {
  const candidates = await readCandidates(db, { merchantIds, now, most });
  const ids = [...candidates.keys()];
  const merchants = await readMerchants(db, ids);
  const progress = await readProgressOf(db, { merchantIds: ids, now });
  const closed = await readClosed(db, ids);
  const entries: CoachEntry[] = [];
  for (const { id, stallName, regionCode, phone, importedBy } of merchants) {
    const lessons = progress.get(id) ?? [];
    const course = courseOf(lessons, candidates.get(id) ?? null);
    const reasons = deriveCoachReasons(course, closed.get(id) ?? [], now);
    for (const reason of reasons) {
      const isQuizPassed = lessons.find(({ slug }) => slug === reason.lesson)?.passed ?? false;
      entries.push({ ...reason, merchantId: id, stallName, regionCode, phone, importedBy, isQuizPassed });
    }
  }
  return entries.sort((one, other) => one.openedAt - other.openedAt || (one.merchantId < other.merchantId ? -1 : 1));
}

function courseOf(lessons: readonly LessonStanding[], lastEventAt: number | null) {
  return { lessons, lastEventAt, unfinished: lessons.find((lesson) => !lesson.complete)?.slug ?? null };
}

/** Whoever finished three attempts or was idle for seven days may be stuck, nobody else can be; each with her last event. */
async function readCandidates(
  db: Reader,
  { merchantIds, now, most }: Required<Question>,
): Promise<Map<MerchantId, number>> {
  if (merchantIds !== 'all' && merchantIds.length === 0) return new Map();
  const rows = await ofThese(db.selectFrom('training_event as e'), merchantIds)
    // Nobody talks to a business that is closed, so none takes the place of another.
    .innerJoin('merchant_profile as m', 'm.id', 'e.merchant_id')
    .where('m.state', '!=', 'closed')
    .select(['e.merchant_id', (of) => of.fn.max('e.happened_at').as('last_at')])
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('training_certificate as c')
            .select('c.id')
            .whereRef('c.merchant_id', '=', 'e.merchant_id')
            .where('c.course', '=', COURSE)
            .where('c.revoked_at', 'is', null)
            .where('c.valid_until', '>', now),
        ),
      ),
    )
    .groupBy('e.merchant_id')
    .having((of) =>
      of.or([
        of(of.fn.max('e.happened_at'), '<=', now - IDLE_MS),
        of(sql<number>`sum(case when e.kind = 'quiz_finished' then 1 else 0 end)`, '>=', 3),
      ]),
    )
    .orderBy('last_at')
    .orderBy('e.merchant_id')
    .limit(most)
    .execute();
  return new Map(rows.map(({ merchant_id, last_at }) => [merchant_id, Number(last_at)]));
}

function ofThese<Rows>(
  query: SelectQueryBuilder<Database & { e: Database['training_event'] }, 'e', Rows>,
  merchantIds: readonly MerchantId[] | 'all',
) {
  return merchantIds === 'all' ? query : query.where('e.merchant_id', 'in', [...merchantIds]);
}

async function readClosed(db: Reader, merchantIds: readonly MerchantId[]): Promise<Map<MerchantId, ClosedReason[]>> {
  const closed = new Map<MerchantId, ClosedReason[]>();
  if (merchantIds.length === 0) return closed;
  const rows = await db
    .selectFrom('training_coaching')
    .select(['merchant_id', 'reason', 'lesson', 'closed_at'])
    .where('merchant_id', 'in', [...merchantIds])
    .execute();
  for (const { merchant_id, reason, lesson, closed_at } of rows) {
    const own = closed.get(merchant_id) ?? [];
    closed.set(merchant_id, [...own, { kind: reason as CoachReasonKind, lesson, closedAt: closed_at }]);
  }
  return closed;
}
