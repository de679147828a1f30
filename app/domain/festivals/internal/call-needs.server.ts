import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import type { TrainingRule } from '../training-rule';

/** Questions of a call in order, choices unfolded. */
export async function readQuestions(db: ReadDb | Tx, festivalId: FestivalId) {
  const rows = await db
    .selectFrom('festival_question')
    .selectAll()
    .where('festival_id', '=', festivalId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    label: row.label,
    hint: row.hint,
    choices: JSON.parse(row.choices) as string[],
    required: row.required as 'yes' | 'no',
  }));
}

export type Question = Awaited<ReturnType<typeof readQuestions>>[number];

export async function readDocumentNeeds(db: ReadDb | Tx, festivalId: FestivalId) {
  const rows = await db
    .selectFrom('festival_document_need')
    .select(['kind', 'required'])
    .where('festival_id', '=', festivalId)
    .orderBy('required', 'desc')
    .orderBy('kind')
    .execute();
  return rows as { kind: string; required: 'yes' | 'no' }[];
}

/** How finished lessons count; null where they do not. */
export async function readTrainingRule(db: ReadDb | Tx, festivalId: FestivalId): Promise<TrainingRule | null> {
  const row = await db
    .selectFrom('festival_training_rule')
    .select(['kind', 'amount'])
    .where('festival_id', '=', festivalId)
    .executeTakeFirst();
  return (row as TrainingRule | undefined) ?? null;
}
