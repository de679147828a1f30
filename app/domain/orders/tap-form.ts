import { z } from 'zod';
import { parseId, type TapId } from '~/shared/ids';
import { readTapWish, TAPS_AT_ONCE, type Tap } from './taps';

/** A counter sale of many dishes with options is the longest form of a board. */
const FIELDS_MAX = 400;

const tapId = z.string().transform((text, context): TapId => {
  const id = parseId('tap', text);
  if (id) return id;
  context.addIssue({ code: 'custom', message: 'field_wrong' });
  return z.NEVER;
});

/** What a board sends: taps in the order in which they were made. What a tap wants may be unknown; that it is one may not. */
export const tapsBody = z.object({
  taps: z
    .array(
      z.object({
        id: tapId,
        ago: z.number().int().nonnegative(),
        to: z.string().max(200),
        fields: z.array(z.tuple([z.string().max(200), z.string().max(200)])).max(FIELDS_MAX),
      }),
    )
    .min(1)
    .max(TAPS_AT_ONCE)
    .transform((taps): Tap[] => taps.map(({ id, ago, ...button }) => ({ id, ago, wish: readTapWish(button) }))),
});

/** "Sudah saya baca": everything that had come in until then. */
export const seenForm = z.object({ sampai: z.coerce.number('field_missing').int().nonnegative() });
