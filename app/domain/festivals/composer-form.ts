import { z } from 'zod';
import { type ApplicationId, type BoothId, parseId } from '~/shared/ids';

const applicationId = z.custom<ApplicationId>((value) => parseId('apl', value) !== null, 'field_wrong');
const boothId = z.custom<BoothId>((value) => parseId('bth', value) !== null, 'field_wrong');

/** Moves on the composer's board. */
export const placeForm = z.object({ applicationId, boothId });
export const pickForm = z.object({ applicationId });
export const rankForm = z.object({ applicationId, direction: z.enum(['up', 'down'], { error: 'field_wrong' }) });

/** yes = the organiser saw that booths stay empty. */
export const publishForm = z.object({ emptyBooths: z.enum(['yes', 'no']).optional().default('no') });
