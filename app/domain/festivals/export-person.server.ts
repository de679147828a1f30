import type { ReadDb } from '~/platform/app-context';
import type { DataSubject } from '~/shared/personal-data';
import type { ExportList } from '~/shared/personal-export';

/** Applications of her businesses with their answers and, once everybody was told, what was decided. */
export async function exportFestivals(db: ReadDb, { merchantIds }: DataSubject): Promise<ExportList[]> {
  if (merchantIds.length === 0) return [];
  const applications = await db
    .selectFrom('festival_application as application')
    .innerJoin('festival_edition as festival', 'festival.id', 'application.festival_id')
    .leftJoin('festival_decision as decision', 'decision.application_id', 'application.id')
    .select([
      'application.id',
      'festival.name as festival',
      'festival.published_at',
      'application.state',
      'application.returned_why',
      'decision.reason',
      'application.submitted_at',
    ])
    .where('application.merchant_id', 'in', merchantIds)
    .orderBy('application.id')
    .execute();
  const answers = await db
    .selectFrom('festival_answer as answer')
    .innerJoin('festival_application as application', 'application.id', 'answer.application_id')
    .innerJoin('festival_question as question', 'question.id', 'answer.question_id')
    .select(['application.id', 'question.label', 'answer.answer', 'answer.saved_at'])
    .where('application.merchant_id', 'in', merchantIds)
    .orderBy('application.id')
    .orderBy('question.position')
    .execute();
  return [
    {
      name: 'applications',
      rows: applications.map((row) => ({
        id: row.id,
        festival: row.festival,
        state: row.state,
        text: row.returned_why,
        // Nobody learns of a decision before all are told.
        reason: row.published_at === null ? null : row.reason,
        at: row.submitted_at,
      })),
    },
    {
      name: 'answers',
      rows: answers.map((row) => ({ id: row.id, question: row.label, answer: row.answer, at: row.saved_at })),
    },
    await exportStalls(db, merchantIds),
  ];
}

async function exportStalls(db: ReadDb, merchantIds: DataSubject['merchantIds']): Promise<ExportList> {
  const stalls = await db
    .selectFrom('festival_participation as part')
    .innerJoin('festival_edition as festival', 'festival.id', 'part.festival_id')
    .select(['festival.name', 'part.slug', 'part.booth_number', 'part.accepted_at', 'part.ended_at'])
    .where('part.merchant_id', 'in', merchantIds)
    .orderBy('part.id')
    .execute();
  return {
    name: 'stalls',
    rows: stalls.map((row) => ({
      festival: row.name,
      code: row.slug,
      booth: row.booth_number,
      since: row.accepted_at,
      until: row.ended_at,
    })),
  };
}
