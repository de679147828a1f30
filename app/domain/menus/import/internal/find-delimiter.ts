const DELIMITERS = [',', ';', '\t', '|'] as const;
const RECORDS_LOOKED_AT = 40;

/** The sign that parts the fields most evenly over the first records; a comma when nothing does. */
export function findDelimiter(start: string): string {
  const told = /^\uFEFF?sep=(.)\r?\n/i.exec(start);
  if (told?.[1]) return told[1];
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(countFields(start, delimiter)) }));
  const best = scored.reduce((first, second) => (second.score > first.score ? second : first));
  return best.score > 0 ? best.delimiter : ',';
}

/** Fields per record, quotes respected. */
function countFields(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let fieldStart = true;
  for (let i = 0; i < text.length && counts.length < RECORDS_LOOKED_AT; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') i += 1;
      else if (sign === '"') quoted = false;
      continue;
    }
    if (sign === '"' && fieldStart) quoted = true;
    fieldStart = sign === delimiter || sign === '\n';
    if (sign === delimiter) fields += 1;
    if (sign === '\n' || (sign === '\r' && text[i + 1] !== '\n')) {
      counts.push(fields);
      fields = 1;
    }
  }
  if (counts.length === 0) counts.push(fields);
  return counts;
}

/** High when most records have the same number of fields, and more than one. */
function evenness(counts: number[]): number {
  const seen = new Map<number, number>();
  for (const count of counts) if (count > 1) seen.set(count, (seen.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of seen) best = Math.max(best, (times / counts.length) * (1 + Math.log2(count)));
  return best;
}
