import type { Tx } from '~/platform/app-context';
import { sendMessage } from '~/platform/message.server';
import type { Id, PersonId } from '~/shared/ids';
import type { PasskeyMessage } from '~/shared/message-templates';
import { readPerson } from './read-person.server';

const LEADS_TO: Record<PasskeyMessage, string> = {
  passkey_made: '/akun',
  passkey_removed: '/akun',
  passkey_copied: '/perangkat',
};

/** What became of a passkey, told once to its person's number, since it may have been somebody else's doing. */
export async function tellPasskey(
  tx: Tx,
  {
    passkeyId,
    personId,
    template,
    name,
    now,
  }: { passkeyId: Id<'pky'>; personId: PersonId; template: PasskeyMessage; name: string; now: number },
): Promise<void> {
  const person = await readPerson(tx, personId);
  if (!person?.phone) return;
  await sendMessage(tx, {
    to: { phone: person.phone },
    personId,
    template,
    values: { name },
    path: LEADS_TO[template],
    language: person.language,
    key: `${template.replace('_', '-')}:${passkeyId}`,
    now,
  });
}
