import type { Handlers } from './handler';
import { sendMessageNow } from './send-message.server';

/** Who does what an outbox row asks for. Each capability adds its own lines; a kind without a line gets stuck at once. */
export const handlers: Handlers = {
  'message.send': sendMessageNow,
};
