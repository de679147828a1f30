import sharp from 'sharp';
import type { DayFigures } from './day-figures';

const WIDTH = 1200;
const HEIGHT = 675;
const PLOT = { left: 70, right: 1130, top: 190, bottom: 560 };
const COLOURS = {
  ink: '#201A14',
  paper: '#FFFBF3',
  sambal: '#B3261E',
  kunyit: '#F2B632',
  pandan: '#1E6B4A',
  laut: '#1F4E79',
  line: '#E4DACB',
};
const OPENS_HOUR = 10;
/** Where each figure of the head line begins, so that long ones have room. */
const HEADLINE_AT = [0, 135, 270, 355, 480, 660, 860];

/** Orders and waits over the day as one picture, outages marked, the figures that count as text. */
export function drawDay(figures: DayFigures): string {
  const { curve } = figures;
  const last = curve.length * 10;
  const most = niceCeiling(Math.max(1, ...curve.map(({ orders }) => orders)));
  const longest = niceCeiling(Math.max(1, ...curve.map(({ waitMedian }) => waitMedian ?? 0)));
  const x = (minute: number) => PLOT.left + ((PLOT.right - PLOT.left) * minute) / last;
  const y = (share: number) => PLOT.bottom - (PLOT.bottom - PLOT.top) * share;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="DejaVu Sans, Arial, sans-serif" fill="${COLOURS.ink}">`,
    `<title>${titleOf(figures)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>`,
    text(PLOT.left, 52, titleOf(figures), { size: 28, weight: 700 }),
    ...headline(figures),
    ...grid(y, most, longest),
    ...hours(x, last),
    ...outages(figures, x),
    ...bars(figures, x, (orders) => y(orders / most)),
    waits(figures, x, (minutes) => y(minutes / longest)),
    ...legend(),
    '</svg>',
  ];
  return parts.join('\n');
}

/** The same as PNG. */
export function toPng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png().toBuffer();
}

function titleOf({ stalls, seed, engine }: DayFigures): string {
  return `A day of ${stalls} stalls · seed ${seed} · ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`;
}

function headline(figures: DayFigures): string[] {
  const { orders, lost, oversold, broken, waitMinutes, customers, repeated } = figures;
  const facts: [string, string, string][] = [
    [count(customers), 'visitors', COLOURS.ink],
    [count(orders), 'orders', COLOURS.ink],
    [count(lost), 'lost', lost === 0 ? COLOURS.pandan : COLOURS.sambal],
    [count(oversold), 'oversold', oversold === 0 ? COLOURS.pandan : COLOURS.sambal],
    [
      broken.length === 0 ? 'balanced' : 'broken',
      'ledger and stock',
      broken.length === 0 ? COLOURS.pandan : COLOURS.sambal,
    ],
    [
      waitMinutes ? `${waitMinutes.median.toFixed(0)} / ${waitMinutes.p95.toFixed(0)} min` : '–',
      'wait, median / p95',
      COLOURS.ink,
    ],
    [count(repeated), 'sent again in outages', COLOURS.ink],
  ];
  return facts.flatMap(([value, name, colour], index) => {
    const at = PLOT.left + (HEADLINE_AT[index] ?? 0);
    return [text(at, 106, value, { size: 24, weight: 700, colour }), text(at, 130, name, { size: 14 })];
  });
}

function grid(y: (share: number) => number, most: number, longest: number): string[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(share)}" y2="${y(share)}" stroke="${COLOURS.line}"/>`,
    text(PLOT.left - 10, y(share) + 5, count(most * share), { size: 14, anchor: 'end' }),
    text(PLOT.right + 10, y(share) + 5, count(longest * share), { size: 14, colour: COLOURS.sambal }),
  ]);
}

function hours(x: (minute: number) => number, last: number): string[] {
  const marks: string[] = [];
  for (let minute = 0; minute <= last; minute += 60) {
    marks.push(text(x(minute), PLOT.bottom + 24, `${OPENS_HOUR + minute / 60}.00`, { size: 14, anchor: 'middle' }));
  }
  return marks;
}

function outages({ outages: { processDies, stallOffline } }: DayFigures, x: (minute: number) => number): string[] {
  const height = PLOT.bottom - PLOT.top;
  const width = x(stallOffline.to) - x(stallOffline.from);
  return [
    `<rect x="${x(stallOffline.from)}" y="${PLOT.top}" width="${width}" height="${height}" fill="${COLOURS.kunyit}" opacity="0.35"/>`,
    text(x(stallOffline.from) + width / 2, PLOT.top - 10, 'one stall without network', { size: 14, anchor: 'middle' }),
    `<line x1="${x(processDies)}" x2="${x(processDies)}" y1="${PLOT.top}" y2="${PLOT.bottom}" stroke="${COLOURS.sambal}" stroke-width="3" stroke-dasharray="8 5"/>`,
    text(x(processDies), PLOT.top - 10, 'process killed, started again', {
      size: 14,
      anchor: 'middle',
      colour: COLOURS.sambal,
    }),
  ];
}

function bars({ curve }: DayFigures, x: (minute: number) => number, y: (orders: number) => number): string[] {
  return curve
    .filter(({ orders }) => orders > 0)
    .map(({ minute, orders }) => {
      const width = Math.max(1, x(minute + 10) - x(minute) - 2);
      return `<rect x="${x(minute) + 1}" y="${y(orders)}" width="${width}" height="${PLOT.bottom - y(orders)}" fill="${COLOURS.laut}"/>`;
    });
}

function waits({ curve }: DayFigures, x: (minute: number) => number, y: (minutes: number) => number): string {
  const points = curve.flatMap(({ minute, waitMedian }) =>
    waitMedian === null ? [] : [`${x(minute + 5).toFixed(1)},${y(waitMedian).toFixed(1)}`],
  );
  // Paper below, so that it is seen on bars and beside them.
  const line = (colour: string, width: number) =>
    `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`;
  return line(COLOURS.paper, 7) + line(COLOURS.sambal, 3);
}

function legend(): string[] {
  const y = HEIGHT - 44;
  return [
    `<rect x="${PLOT.left}" y="${y - 14}" width="18" height="18" fill="${COLOURS.laut}"/>`,
    text(PLOT.left + 28, y, 'tickets placed in ten minutes (left)', { size: 16 }),
    `<line x1="440" x2="470" y1="${y - 5}" y2="${y - 5}" stroke="${COLOURS.sambal}" stroke-width="3"/>`,
    text(480, y, 'median minutes from placed to ready (right)', { size: 16 }),
  ];
}

interface TextLook {
  size: number;
  weight?: number;
  anchor?: 'start' | 'middle' | 'end';
  colour?: string;
}

function text(
  x: number,
  y: number,
  words: string,
  { size, weight = 400, anchor = 'start', colour = COLOURS.ink }: TextLook,
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}">${words}</text>`;
}

function count(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

/** 1, 2, 4, 8, 20, 40, 80 …: quarters of it can be read. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 8, 10].map((step) => step * power).find((step) => step >= value) ?? 10 * power;
}
