/** The call takes new applications. The worker closes it; the clock decides. */
export function isCallOpen(festival: { state: string; call_closes_at: number }, now: number): boolean {
  return festival.state === 'open' && now < festival.call_closes_at;
}
