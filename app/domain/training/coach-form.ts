import { z } from 'zod';
import { type MerchantId, parseId } from '~/shared/ids';
import { COACH_REASON_KINDS, NOTE_MAX } from './coach';
import { isLessonSlug, type LessonSlug } from './training';

/** "Sudah dibicarakan": which reason of whom, and what came of it. */
export const coachForm = z
  .object({
    usaha: z.custom<MerchantId>((text) => parseId('mrc', text) !== null),
    alasan: z.enum(COACH_REASON_KINDS),
    pelajaran: z.custom<LessonSlug>(isLessonSlug),
    sejak: z.coerce.number().int().safe(),
    note: z.string('coaching_note_missing').min(3, 'coaching_note_missing').max(NOTE_MAX, 'coaching_note_long'),
  })
  .transform(({ usaha: merchantId, alasan: kind, pelajaran: lesson, sejak: openedAt, note }) => ({
    merchantId,
    reason: { kind, lesson, openedAt },
    note,
  }));
