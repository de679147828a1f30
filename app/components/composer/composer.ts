import type { Applicant } from '~/domain/festivals/read-applicants.server';
import type { Composition } from '~/domain/festivals/read-composition.server';

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
