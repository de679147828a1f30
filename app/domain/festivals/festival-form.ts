import { z } from 'zod';
import { regionOf } from '~/shared/regions';
import { isClock, isDay } from '~/shared/time';
import { BOOTHS_MAX } from './festival';
import { TEMPLATE_NAMES } from './templates';

/** A whole number typed as text; `1.000` is read too. `field`: which one, where several share the code. */
export function wholeNumber(code: string, least: number, most: number, field?: string) {
  return z
    .string({ error: code })
    .transform((text) => text.replaceAll('.', ''))
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: code,
      ...(field ? { params: { field } } : {}),
    })
    .transform(Number);
}

const name = z.string({ error: 'festival_name_missing' }).min(1, 'festival_name_missing').max(80, 'festival_name_long');
const place = z
  .string({ error: 'festival_place_missing' })
  .min(1, 'festival_place_missing')
  .max(120, 'festival_place_long');
const day = (field: string) =>
  z.string({ error: 'festival_day_wrong' }).refine(isDay, { error: 'festival_day_wrong', params: { field } });
/** `10:00`, or `10.00` as people write it. */
const clock = (field: string) =>
  z
    .string({ error: 'festival_clock_wrong' })
    .transform((text) => text.replace('.', ':').slice(0, 5).padStart(5, '0'))
    .refine(isClock, { error: 'festival_clock_wrong', params: { field } });

/** The six fields of a new festival. */
export const newFestivalForm = z.object({
  template: z.enum(TEMPLATE_NAMES, { error: 'festival_template_missing' }),
  name,
  regionCode: z
    .string({ error: 'festival_city_missing' })
    .refine((code) => regionOf(code) !== null, 'festival_city_missing'),
  place,
  firstDay: day('firstDay'),
  boothCount: wholeNumber('festival_booths_wrong', 1, BOOTHS_MAX),
});

export const editFestivalForm = z
  .object({
    name,
    place,
    story: z.string().max(1_000, 'festival_story_long').optional().default(''),
    firstDay: day('firstDay'),
    opens: clock('opens'),
    closes: clock('closes'),
    loadInDay: day('loadInDay'),
    loadInClock: clock('loadInClock'),
    callClosesDay: day('callClosesDay'),
    callClosesClock: clock('callClosesClock'),
    offerHours: wholeNumber('festival_offer_hours_wrong', 2, 168),
  })
  .refine(({ opens, closes }) => opens !== closes, { path: ['closes'], message: 'festival_same_hours' });

export const planForm = z.object({
  boothCount: wholeNumber('festival_booths_wrong', 1, BOOTHS_MAX),
  columns: wholeNumber('festival_columns_wrong', 1, 20),
});

/** A reason that merchants will read. */
export const whyForm = z.object({
  why: z.string({ error: 'why_missing' }).min(1, 'why_missing').max(300, 'why_long'),
});
