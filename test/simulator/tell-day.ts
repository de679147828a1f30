import { figure } from '../measuring/tell-lines';
import { type DayFigures, isSound } from './day-figures';

/** A day in words, for a terminal. */
export function tellDay(figures: DayFigures): string {
  const { waitMinutes: wait, latenessMinutes: late, readyByPromisePercent: kept, outages } = figures;
  const lines = [
    `${figures.stalls} stalls, ${figures.customers} visitors, seed ${figures.seed}, ${figures.engine}, ${figure(figures.seconds)} s`,
    '',
    `orders acknowledged   ${figures.orders}`,
    `tickets               ${listOf(figures.tickets)}`,
    `refusals met          ${listOf(figures.refusals)}; ${figures.gaveUp} went without`,
    `asked and answered    ${figures.asked.wait} waited, ${figures.asked.refund} had their money back`,
    `placed to ready       ${wait ? `median ${figure(wait.median)}, p95 ${figure(wait.p95)} minutes` : '–'}`,
    `ready after promise   ${late ? `median ${figure(late.median)}, p95 ${figure(late.p95)} minutes; ${figure(kept ?? 0)} % in time` : '–'}`,
    `outages               process killed at minute ${figure(outages.processDies)}, a stall without network from ${figure(outages.stallOffline.from)} to ${figure(outages.stallOffline.to)}; ${figures.repeated} requests sent again`,
    `baskets sent twice    ${figures.sentTwice}, each one order`,
    '',
    'response times, ms      count     p50     p95     p99',
    ...Object.entries(figures.responseMs).map(([kind, { count, p50, p95, p99 }]) =>
      [`  ${kind.padEnd(18)}`, String(count).padStart(8), ...[p50, p95, p99].map((ms) => figure(ms).padStart(8))].join(
        '',
      ),
    ),
    '',
    `lost orders           ${figures.lost}`,
    `oversold portions     ${figures.oversold}`,
    `ledger, stock, slots  ${figures.broken.length === 0 ? 'everything adds up' : figures.broken.join('\n')}`,
    `failures seen         ${figures.troubles.length === 0 ? 'none' : figures.troubles.slice(0, 5).join('; ')}`,
    isSound(figures) ? 'A sound day.' : 'NOT a sound day.',
  ];
  return `${lines.join('\n')}\n`;
}

function listOf(counts: Record<string, number>): string {
  const parts = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
