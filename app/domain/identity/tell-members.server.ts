import type { Tx } from '~/platform/app-context';
import { type MessageOrder, sendMessages } from '~/platform/message.server';
import type { Language } from '~/shared/language';
import type { Role, ScopeKind } from './identity';

export interface MemberNotice extends Omit<MessageOrder, 'to' | 'personId' | 'language'> {
  scope: { scopeKind: ScopeKind; scopeId: string };
  role: Role;
  /** Unique per notice; each person's id is added. */
  key: string;
}

/** One message, through the outbox, to everybody who holds this role now and has a phone; each in her own language. */
export async function tellMembers(tx: Tx, { scope, role, key, ...notice }: MemberNotice): Promise<void> {
  const members = await tx
    .selectFrom('identity_member as member')
    .innerJoin('identity_person as person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.phone', 'person.language'])
    .where('member.scope_kind', '=', scope.scopeKind)
    .where('member.scope_id', '=', scope.scopeId)
    .where('member.role', '=', role)
    .where('member.ended_at', 'is', null)
    .orderBy('person.id')
    .execute();
  const messages = members.flatMap(({ id, phone, language }) =>
    phone === null
      ? []
      : [{ ...notice, to: { phone }, personId: id, language: language as Language, key: `${key}:${id}` }],
  );
  await sendMessages(tx, messages);
}
