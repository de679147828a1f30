import { z } from 'zod';
import { readPushEndpoint } from '~/shared/push-endpoint';

/** A browser's push subscription as its own script sends it. */

/** Base64url of so many bytes. */
const bytes = (pattern: RegExp) => z.string({ error: 'field_missing' }).regex(pattern, 'field_wrong');

export const pushForm = z.object({
  endpoint: z.string({ error: 'field_missing' }).transform((text, context): string => {
    const endpoint = readPushEndpoint(text);
    if (endpoint !== null) return endpoint;
    context.addIssue({ code: 'custom', message: 'field_wrong' });
    return z.NEVER;
  }),
  // 65 bytes, an uncompressed point: the first is 4.
  p256dh: bytes(/^B[\w-]{86}=?$/),
  // 16 bytes.
  auth: bytes(/^[\w-]{22}={0,2}$/),
});

/** Browsers that may wait for one order: she, and who eats with her. */
export const PUSHES_OF_ORDER_MAX = 3;
