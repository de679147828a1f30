import { readPerson } from '~/domain/identity/read-person.server';
import type { Tx } from '~/platform/app-context';
import { sendMessage } from '~/platform/message.server';
import type { PersonId, PrivacyRequestId } from '~/shared/ids';
import type { PrivacyMessage } from '~/shared/message-templates';

/** Tells her by message that something came of her request; without phone and e-mail the page alone says it. */
export async function tellPerson(
  tx: Tx,
  {
    personId,
    requestId,
    template,
    now,
  }: { personId: PersonId; requestId: PrivacyRequestId; template: PrivacyMessage; now: number },
): Promise<void> {
  const person = await readPerson(tx, personId);
  const to = person?.phone ? { phone: person.phone } : person?.email ? { email: person.email } : null;
  if (!person || !to) return;
  await sendMessage(tx, {
    to,
    personId,
    template,
    values: {},
    path: '/privasi',
    language: person.language,
    key: `${template}:${requestId}`,
    now,
  });
}
