import { finishPhoneChange } from '~/domain/identity/finish-phone-change.server';
import type { AppContext } from '~/platform/app-context';
import type { OutboxPayloads } from '~/platform/outbox-kinds';

/** A new number whose waiting time is over. The verb looks whether it still waits, and bears repetition. */
export async function finishPhoneChangeNow(
  app: AppContext,
  payload: OutboxPayloads['identity.finish_phone_change'],
): Promise<void> {
  await app.inTransaction((tx) => finishPhoneChange(tx, { ...payload, now: app.clock.now() }));
}
