import type { Tx } from '~/platform/app-context';
import { type FestivalId, newId } from '~/shared/ids';
import type { Cap } from '../caps';
import type { NewQuestion } from '../templates';

export async function writeQuestions(
  tx: Tx,
  { festivalId, questions, now }: { festivalId: FestivalId; questions: readonly NewQuestion[]; now: number },
): Promise<void> {
  await tx.deleteFrom('festival_question').where('festival_id', '=', festivalId).execute();
  if (questions.length === 0) return;
  await tx
    .insertInto('festival_question')
    .values(
      questions.map((question, index) => ({
        id: newId('qst', now),
        festival_id: festivalId,
        position: index + 1,
        kind: question.kind,
        label: question.label,
        hint: question.hint ?? null,
        choices: JSON.stringify(question.kind === 'choice' ? (question.choices ?? []) : []),
        required: question.required,
      })),
    )
    .execute();
}

export async function writeDocumentNeeds(
  tx: Tx,
  { festivalId, needs }: { festivalId: FestivalId; needs: readonly { kind: string; required: 'yes' | 'no' }[] },
): Promise<void> {
  await tx.deleteFrom('festival_document_need').where('festival_id', '=', festivalId).execute();
  if (needs.length === 0) return;
  await tx
    .insertInto('festival_document_need')
    .values(needs.map(({ kind, required }) => ({ festival_id: festivalId, kind, required })))
    .execute();
}

export async function writeCaps(
  tx: Tx,
  { festivalId, caps }: { festivalId: FestivalId; caps: readonly (Omit<Cap, 'kind'> & { kind: string })[] },
): Promise<void> {
  await tx.deleteFrom('festival_cap').where('festival_id', '=', festivalId).execute();
  if (caps.length === 0) return;
  await tx
    .insertInto('festival_cap')
    .values(caps.map(({ kind, value, limit }) => ({ festival_id: festivalId, kind, value, limit_number: limit })))
    .execute();
}
