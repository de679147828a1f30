import { describe, expect, it } from 'vitest';
import { DAY_MS } from '~/shared/time';
import { judgeAct, lastMonth, netOf, type ShopFacts } from './acts';
import { LESSONS } from './training';

const EMPTY: ShopFacts = {
  today: '2026-11-28',
  now: 0,
  dishes: [],
  papers: [],
  hours: [],
  hasPin: false,
  hasPayoutAccount: false,
  payoutHour: null,
  outsideMonths: [],
  slips: [],
  hasComplaintsPerson: false,
  hasEmergencyNumber: false,
  cashiersWithoutPin: 0,
  festivalMenu: [],
  commission: 500,
};

describe('a practice, judged on facts alone', () => {
  it('is never done in an empty shop, and says what to do first', () => {
    for (const { slug } of LESSONS) expect(judgeAct(slug, EMPTY), slug).toMatchObject({ done: false });
  });

  it('takes commission off a price with the rounding of the ledger', () => {
    expect(netOf(20_000, 1_000)).toBe(18_000);
    expect(netOf(9_999, 500)).toBe(9_499);
  });

  it('knows the month before January', () => {
    expect(lastMonth('2026-01-15')).toBe('2025-12');
    expect(lastMonth('2026-11-28')).toBe('2026-10');
  });

  it('gives two weeks of a new month before the month that is over is asked for', () => {
    const told = { outsideMonths: ['2026-09'] };
    const on = (today: string) => judgeAct('buku-harian-dan-pajak', { ...EMPTY, ...told, today }).done;
    expect(on('2026-10-31')).toBe(true);
    expect(on('2026-11-14')).toBe(true);
    expect(on('2026-11-15')).toBe(false);
  });

  it('leaves a newer slip a week before it asks for it', () => {
    const now = 100 * DAY_MS;
    const slips: ShopFacts['slips'] = [
      { at: now - 20 * DAY_MS, checked: 'yes' },
      { at: now - 6 * DAY_MS, checked: 'no' },
    ];
    const judge = (at: number) =>
      judgeAct('buku-harian-dan-pajak', { ...EMPTY, outsideMonths: ['2026-10'], slips, now: at }).gaps;
    expect(judge(now)).toEqual([]);
    expect(judge(now + 2 * DAY_MS)).toEqual([{ need: 'slip' }]);
  });
});
