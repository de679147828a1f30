import { Notice } from '~/components/ui/notice';
import { TICKET_STATES, type TicketState } from '~/domain/orders/orders';
import { useLanguage, useWords } from '~/i18n';
import { refusalAnswer } from '~/i18n/refusals';

export interface News {
  code: string | null;
  number: string | null;
  state: string | null;
}

const REFUSED = [
  'ticket_expired',
  'ticket_unknown',
  'stall_not_open',
  'festival_day_over',
  'festival_day_unknown',
  'stall_unknown',
];

/** What the last tap did, or why it could not: from the address, known words only. */
export function BoardNews({ news: { code, number, state } }: { news: News }) {
  const { news } = useWords().stalls;
  const language = useLanguage();
  if (code === null) return null;
  if (code in news) {
    const say = news[code as keyof typeof news];
    return (
      <Notice className="board-news" tone={code === 'refused_cash' ? 'attention' : 'good'}>
        {say(/^\d{1,5}$/.test(number ?? '') ? (number ?? '') : '')}
      </Notice>
    );
  }
  const known = TICKET_STATES.find((each): each is TicketState => each === state);
  if (code === 'ticket_moved' && known) {
    return (
      <Notice className="board-news" tone="attention" alert>
        {refusalAnswer({ code, state: known } as { code: string }, language).text}
      </Notice>
    );
  }
  if (!REFUSED.includes(code)) return null;
  return (
    <Notice className="board-news" tone="attention" alert>
      {refusalAnswer({ code }, language).text}
    </Notice>
  );
}
