import { markDifferencesSeen } from '~/domain/orders/mark-differences-seen.server';
import { seenForm } from '~/domain/orders/tap-form';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** "Sudah saya baca": what differed from the taps leaves the board. */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, language, now } = await openBoard(args);
  const form = await parseForm(args.request, seenForm);
  if (!form.ok) throw answerNotFound();
  await app.inTransaction((tx) => markDifferencesSeen(tx, { ...owner, until: form.value.sampai, now }));
  return redirectTo(`/papan/${owner.participationId}`, language);
}
