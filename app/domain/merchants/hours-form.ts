import { z } from 'zod';
import { readClock } from '~/shared/time';
import type { DayHours } from './opening-hours';

/** Weekdays in the order of the screen: Monday first, Sunday last (0). */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;

const WHOLE_DAY = ['open', 'closed', ''] as const;

/** Seven weekdays, each `state1`, `opens1`, `closes1` …; a weekday without an answer is left out. */
export const hoursForm = z.record(z.string(), z.unknown()).transform((fields, context): DayHours[] => {
  const text = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string) : '');
  const readWindow = (end: string) => {
    const [opens, closes] = (['opens', 'closes'] as const).map((edge) => {
      const clock = readClock(text(`${edge}${end}`));
      const params = { edge, weekday: end };
      if (!clock) context.addIssue({ code: 'custom', message: 'hours_clock', path: [`${edge}${end}`], params });
      return clock;
    });
    return opens && closes ? [{ opens, closes }] : [];
  };
  // The tap "Pakai untuk 7 hari" answers the whole week at once.
  if (text('same') === 'yes') {
    const windows = readWindow('All');
    return windows.length === 0 ? [] : WEEKDAYS.map((weekday) => ({ weekday, windows }));
  }
  return WEEKDAYS.flatMap((weekday) => {
    const state = WHOLE_DAY.find((each) => each === text(`state${weekday}`)) ?? '';
    if (state === '') return [];
    return [{ weekday, windows: state === 'closed' ? [] : readWindow(String(weekday)) }];
  });
});
