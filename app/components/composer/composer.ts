import type { Applicant } from '~/domain/festivals/read-applicants.server';
import type { Composition } from '~/domain/festivals/read-composition.server';
import { foldText } from '~/shared/fold-text';

/** What the organiser holds in her hand: a booth or a merchant, as the address says. */
export interface Picked {
  booth: Composition['booths'][number] | null;
  merchant: Applicant | null;
}

/** Reads the pick from the address; what is no longer there is not picked. */
export function readPicked(composition: Composition, query: URLSearchParams): Picked {
  const number = Number(query.get('stan'));
  const id = query.get('usaha');
  const placed = composition.booths.flatMap(({ stall }) => stall ?? []);
  const merchant =
    [...placed, ...composition.tray, ...composition.reserve].find(({ applicationId }) => applicationId === id) ?? null;
  const booth = merchant ? null : (composition.booths.find((one) => one.number === number) ?? null);
  return { booth, merchant };
}

/** Booths by row of the plan, with gaps where the plan has none. */
export function rowsOf(booths: Composition['booths']): (Composition['booths'][number] | null)[][] {
  const columns = Math.max(1, ...booths.map(({ column }) => column + 1));
  const rows = Math.max(0, ...booths.map(({ row }) => row + 1));
  const at = new Map(booths.map((booth) => [`${booth.row}:${booth.column}`, booth]));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => at.get(`${row}:${column}`) ?? null),
  );
}

/** Cards in hand on one page: a phone shows no more in one go, and nobody reads three hundred. */
const CARDS_A_PAGE = 30;

export interface HandPage {
  /** What was looked for among them. */
  search: string;
  page: number;
  pages: number;
  /** Merchants not placed yet, on all pages and whatever was looked for. */
  waiting: number;
}

/** The composition with one page of the merchants who are not placed yet; the booths and the waiting list stay whole. */
export function readHand(
  composition: Composition,
  query: URLSearchParams,
): { composition: Composition; hand: HandPage } {
  const search = (query.get('cari') ?? '').slice(0, 60);
  const wanted = foldText(search);
  const found = composition.tray.filter((one) => foldText(`${one.stallName} ${one.dish ?? ''}`).includes(wanted));
  const pages = Math.max(1, Math.ceil(found.length / CARDS_A_PAGE));
  const page = Math.min(Math.max(Math.trunc(Number(query.get('hal'))) || 1, 1), pages);
  const tray = found.slice((page - 1) * CARDS_A_PAGE, page * CARDS_A_PAGE);
  return { composition: { ...composition, tray }, hand: { search, page, pages, waiting: composition.tray.length } };
}
