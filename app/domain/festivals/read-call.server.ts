import type { ReadDb } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import type { Cap } from './caps';
import { type Question, readDocumentNeeds, readQuestions, readTrainingRule } from './internal/call-needs.server';
import { isCallOpen } from './internal/call-open';
import { readCaps } from './internal/candidates.server';
import { type Festival, readFestivalBySlug } from './read-festival.server';
import type { TrainingRule } from './training-rule';

export interface Call {
  festival: Festival;
  organiser: string;
  standing: 'open' | 'closed';
  boothCount: number;
  questions: Question[];
  documents: { kind: string; required: 'yes' | 'no' }[];
  caps: Cap[];
  training: TrainingRule | null;
}

/** The open invitation as anybody reads it; null for an unknown address or a festival still in draft. */
export async function readCall(db: ReadDb, { slug, now }: { slug: string; now: number }): Promise<Call | null> {
  const festival = await readFestivalBySlug(db, slug);
  if (!festival || festival.state === 'draft') return null;
  const organiser = await db
    .selectFrom('identity_organisation')
    .select('name')
    .where('id', '=', festival.organisationId)
    .executeTakeFirst();
  return {
    festival,
    organiser: organiser?.name ?? '',
    standing: isCallOpen({ state: festival.state, call_closes_at: festival.callClosesAt }, now) ? 'open' : 'closed',
    ...(await readCallTerms(db, festival.id)),
  };
}

/** What a call asks and allows: for its public page, and for the organiser who edits it. */
export async function readCallTerms(db: ReadDb, festivalId: FestivalId) {
  const booths = await db
    .selectFrom('festival_booth')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('festival_id', '=', festivalId)
    .executeTakeFirstOrThrow();
  return {
    boothCount: Number(booths.count),
    questions: await readQuestions(db, festivalId),
    documents: await readDocumentNeeds(db, festivalId),
    caps: await readCaps(db, festivalId),
    training: await readTrainingRule(db, festivalId),
  };
}
