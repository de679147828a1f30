import { PrintPage } from '~/components/layout/print-page';
import { KitchenTicket } from '~/components/stall/kitchen-ticket';
import { PrintBar } from '~/components/stall/print-bar';
import { readBoard } from '~/domain/orders/read-board.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { openBoard } from './board-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).stalls.print} · Pestarasa` },
];

/** "Bon dapur" of one open ticket. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, owner, now } = await openBoard(args);
  const board = await readBoard(app.db, { participationId: owner.participationId, now });
  const ticket = board && [...board.tickets, ...board.ended].find(({ id }) => id === args.params.ticketId);
  if (!board || !ticket) throw answerNotFound();
  return { ticket, stall: board.stall.name, participationId: board.stall.participationId, zone: board.zone };
}

export default function TicketPrint() {
  const { ticket, stall, zone, participationId } = useLoaderData<typeof loader>();
  const words = useWords().stalls;
  return (
    <PrintPage kind="ticket">
      <PrintBar
        back={{ href: pathTo(`/papan/${participationId}`, useLanguage()), label: words.kitchenBack }}
        label={words.print}
      />
      <KitchenTicket ticket={ticket} stall={stall} zone={zone} />
    </PrintPage>
  );
}
