import { readBoardDay } from '~/domain/orders/read-board.server';
import { soldOutForm } from '~/domain/stalls/board-form';
import { markBack } from '~/domain/stalls/mark-back.server';
import { markSoldOut } from '~/domain/stalls/mark-sold-out.server';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** "Habis" and "Ada lagi", for a dish or one of its options. */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, language, now } = await openBoard(args);
  const form = await parseForm(args.request, soldOutForm);
  const listing = Number(args.params.listing);
  if (!form.ok || !Number.isSafeInteger(listing)) throw answerNotFound();
  const day = await readBoardDay(app.db, { festivalId: owner.festivalId, now });
  const thing = { ...owner, listing, day, option: form.value.pilihan ?? null, now };
  const mark = form.value.tindakan === 'habis' ? markSoldOut : markBack;
  const done = await app.inTransaction((tx) => mark(tx, thing));
  if (!done.ok) throw answerNotFound();
  const news = form.value.tindakan === 'habis' ? 'sold_out' : 'back';
  return redirectTo(`/papan/${owner.participationId}/stok?kabar=${news}#menu-${listing}`, language);
}
