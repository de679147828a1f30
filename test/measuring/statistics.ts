export interface Spread {
  low: number;
  high: number;
}

/** The middle value; of an even number the mean of the two in the middle. Throws on none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('no values to take a median of');
  return (lower + upper) / 2;
}

/** Smallest value that `share` (0.99) of all values do not exceed; of a sorted or unsorted list. Throws on none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('no values to take a percentile of');
  return value;
}

export function spreadOf(values: readonly number[]): Spread {
  return { low: Math.min(...values), high: Math.max(...values) };
}

export interface Paired {
  /** Median of the rounds' ratios, ours to reference: other work on the machine disturbs both halves of a round alike. */
  ratio: number;
  spread: Spread;
  ours: number;
  reference: number;
}

/** Measures both in turns, each round beginning with the other one. */
export async function inTurns(
  rounds: number,
  { ours, reference }: { ours: () => Promise<number>; reference: () => Promise<number> },
): Promise<Paired> {
  const pairs: { ours: number; reference: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await ours();
      pairs.push({ ours: first, reference: await reference() });
    } else {
      const first = await reference();
      pairs.push({ ours: await ours(), reference: first });
    }
  }
  const ratios = pairs.map((pair) => pair.ours / pair.reference);
  return {
    ratio: median(ratios),
    spread: spreadOf(ratios),
    ours: median(pairs.map((pair) => pair.ours)),
    reference: median(pairs.map((pair) => pair.reference)),
  };
}
