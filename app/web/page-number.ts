/** Page of a list in the query of an address (`?hal=3`); what is no page is the first. */
export function readPageNumber(query: URLSearchParams): number {
  return Math.min(Math.max(Math.trunc(Number(query.get('hal'))) || 1, 1), 100_000);
}
