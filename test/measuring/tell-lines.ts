import type { Goal } from './bench-line';
import type { Machine } from './machine';
import type { MeasuredLine, Size } from './measure-line';

const WIDTHS = { id: 24, value: 14, goal: 14, met: 7 };

export function tellHead(machine: Machine, size: Size): string {
  const { processors, memory, system, node, load } = machine;
  const warning = size === 'quick' ? 'Quick: it shows that every line works; its figures are for nobody.\n' : '';
  const heads = row({ id: 'line', value: 'value', goal: 'goal', met: 'met', rest: 'beside' });
  return `${processors}, ${memory}, ${system}, Node ${node}, load ${load}\n${warning}\n${heads}`;
}

export function tellLine(line: MeasuredLine): string {
  const { id, what, goal, value, unit, met, reference, spread, note, failed } = line;
  const beside = reference ? `${reference.what}: ${figure(reference.value)} ${reference.unit}` : '–';
  const text = row({
    id,
    value: value === null ? '–' : `${figure(value)} ${unit}`,
    goal: wordsOfGoal(goal),
    met: failed ? 'FAILED' : met ? 'yes' : 'no',
    rest: failed ?? beside,
  });
  const range = spread ? ` (rounds ${figure(spread.low)} to ${figure(spread.high)})` : '';
  return `${text}  ${what}${range}\n${note ? `  ${note}\n` : ''}`;
}

export function wordsOfGoal(goal: Goal): string {
  return 'atLeast' in goal ? `≥ ${figure(goal.atLeast)}` : `≤ ${figure(goal.atMost)}`;
}

/** Three digits that count, whole numbers from a hundred on. */
export function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

function row({ id, value, goal, met, rest }: Record<'id' | 'value' | 'goal' | 'met' | 'rest', string>): string {
  const cells = [
    id.padEnd(WIDTHS.id),
    value.padStart(WIDTHS.value),
    goal.padStart(WIDTHS.goal),
    met.padStart(WIDTHS.met),
  ];
  return `${cells.join(' ')}  ${rest}\n`;
}
