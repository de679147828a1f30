/** A ticket as its customer's page or its stall's board shows it. */
export interface SeenTicket {
  id: string;
  number: string;
  state: string;
  /** The stall's name; empty on its own board. */
  stall: string;
  /** The customer is asked whether she waits. */
  asks: boolean;
}

/** Before the part of the customer's page that is about one ticket. */
const PART = /(?=<section\b[^>]*\bdata-part="tkt_)/;

/** The tickets of `/pesanan/:orderId`. A page without one throws: nobody would be cooked for, and the day look calm. */
export function readOrderPage(html: string): SeenTicket[] {
  const parts = html.split(PART).slice(1);
  const tickets = parts.map((part) => {
    const [tag] = tagsWith(part, 'data-part');
    return {
      id: tag?.get('data-part') ?? '',
      number: /order-ticket-number">(\d+)</.exec(part)?.[1] ?? '',
      state: tag?.get('data-state') ?? '',
      stall: /<h2[^>]*>([^<]+)</.exec(part)?.[1] ?? '',
      asks: part.includes('name="jawaban"'),
    };
  });
  const isWhole = ({ id, number, state, stall }: SeenTicket) => [id, number, state, stall].every((word) => word !== '');
  if (tickets.length === 0 || !tickets.every(isWhole))
    throw new Error('an order page shows no ticket that can be read');
  return tickets;
}

/** The tickets of a board by their pickup numbers. One that shows numbers which cannot be read throws. */
export function readBoardPage(html: string): Map<string, SeenTicket> {
  // What is over is listed below and named by the same attributes.
  const cards = tagsWith(html, 'id').filter((tag) => /^bon-\d+$/.test(tag.get('id') ?? ''));
  const tickets = cards.map((tag) => ({
    id: tag.get('data-ticket-id') ?? '',
    number: tag.get('data-ticket') ?? '',
    state: tag.get('data-state') ?? '',
    stall: '',
    asks: false,
  }));
  const isWhole = tickets.every(({ id, number, state }) => [id, number, state].every((word) => word !== ''));
  if (!isWhole) throw new Error('a board shows tickets that cannot be read');
  return new Map(tickets.map((ticket) => [ticket.number, ticket]));
}

/** The attributes of every tag that has this one, in whatever order they are written. */
function tagsWith(html: string, attribute: string): Map<string, string>[] {
  const tags = html.match(/<[a-z][^>]*>/g) ?? [];
  return tags
    .map((tag) => new Map([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])))
    .filter((tag) => tag.has(attribute));
}
