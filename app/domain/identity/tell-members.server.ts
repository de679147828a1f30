import type { Tx } from '~/platform/app-context';
import { sendMessage } from '~/platform/message.server';
import type { MessageTemplate, MessageValues } from '~/shared/message-templates';
import type { Role, ScopeKind } from './identity';
import { readMembers } from './read-memberships.server';
import { readPerson } from './read-person.server';

export interface MemberNotice {
  scope: { scopeKind: ScopeKind; scopeId: string };
  role: Role;
  template: MessageTemplate;
  values: MessageValues;
  /** Path of the page the button opens, in its Indonesian form. */
  path: string;
  /** Unique per notice; each person's id is added. */
  key: string;
  now: number;
}

/** One message, through the outbox, to everybody who holds this role now and has a phone; each in her own language. */
export async function tellMembers(tx: Tx, { scope, role, key, ...notice }: MemberNotice): Promise<void> {
  for (const member of await readMembers(tx, scope)) {
    if (member.role !== role || member.phone === null) continue;
    const person = await readPerson(tx, member.personId);
    await sendMessage(tx, {
      ...notice,
      to: { phone: member.phone },
      personId: member.personId,
      language: person?.language ?? 'id',
      key: `${key}:${member.personId}`,
    });
  }
}
