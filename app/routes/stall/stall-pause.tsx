import { readBoardDay } from '~/domain/orders/read-board.server';
import { pauseForm } from '~/domain/stalls/board-form';
import { type PauseRefusal, pauseStall } from '~/domain/stalls/pause-stall.server';
import { resumeStall } from '~/domain/stalls/resume-stall.server';
import type { Result } from '~/shared/result';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** "Tutup 15 menit" and "Buka lagi". */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, language, now } = await openBoard(args);
  const form = await parseForm(args.request, pauseForm);
  if (!form.ok) throw answerNotFound();
  const day = await readBoardDay(app.db, { festivalId: owner.festivalId, now });
  const { tindakan } = form.value;
  const done = await app.inTransaction<Result<unknown, PauseRefusal>>((tx) =>
    tindakan === 'jeda'
      ? pauseStall(tx, { ...owner, day, reason: 'busy', now })
      : resumeStall(tx, { ...owner, day, now }),
  );
  const news = done.ok ? (tindakan === 'jeda' ? 'paused' : 'resumed') : done.refusal.code;
  return redirectTo(`/papan/${owner.participationId}?kabar=${news}`, language);
}
