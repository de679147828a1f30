import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { sendMessage } from '~/platform/message.server';
import { type Id, newId, type PersonId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { DAY_MS } from '~/shared/time';
import { INVITATION_DAYS, ROLES, type Role, type ScopeKind } from './identity';
import { readPersonByPhone } from './read-person.server';

export type InviteRefusal = { code: 'already_member' } | { code: 'already_invited' };

export interface Invitation {
  phone: E164;
  scopeKind: ScopeKind;
  scopeId: string;
  /** Its name, for the message. */
  scopeName: string;
  role: Role;
  createdBy: PersonId;
  language: Language;
  now: number;
}

/**
 * Invites a phone number to a role, for 14 days. A first sign-in with that phone takes it up by itself; a person who
 * was here before taps once. Nothing is told about whether the number is known.
 */
export async function invite(
  tx: Tx,
  { phone, scopeKind, scopeId, scopeName, role, createdBy, language, now }: Invitation,
): Promise<Result<Id<'inv'>, InviteRefusal>> {
  if (!(ROLES[scopeKind] as readonly Role[]).includes(role)) throw new Error(`no role ${role} in ${scopeKind}`);
  const person = await readPersonByPhone(tx, phone);
  if (person && (await holdsRole(tx, { personId: person.id, scopeKind, scopeId, role }))) {
    return refuse({ code: 'already_member' });
  }
  const open = await tx
    .selectFrom('identity_invitation')
    .select('id')
    .where('phone', '=', phone)
    .where('scope_kind', '=', scopeKind)
    .where('scope_id', '=', scopeId)
    .where('role', '=', role)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (open) return refuse({ code: 'already_invited' });
  const id = newId('inv', now);
  await tx
    .insertInto('identity_invitation')
    .values({
      id,
      phone,
      scope_kind: scopeKind,
      scope_id: scopeId,
      role,
      created_at: now,
      created_by: createdBy,
      expires_at: now + INVITATION_DAYS * DAY_MS,
      accepted_at: null,
      revoked_at: null,
    })
    .execute();
  const values = { scope: scopeName, role };
  await sendMessage(tx, {
    to: { phone },
    template: 'invitation',
    values,
    path: '/perangkat',
    key: `invite:${id}`,
    language,
    now,
  });
  await recordAudit(tx, {
    actorId: createdBy,
    action: 'member.invited',
    subjectKind: scopeKind,
    subjectId: scopeId,
    details: { invitationId: id, role },
    now,
  });
  return accept(id);
}

async function holdsRole(
  tx: Tx,
  { personId, scopeKind, scopeId, role }: { personId: PersonId; scopeKind: ScopeKind; scopeId: string; role: Role },
): Promise<boolean> {
  const row = await tx
    .selectFrom('identity_member')
    .select('id')
    .where('person_id', '=', personId)
    .where('scope_kind', '=', scopeKind)
    .where('scope_id', '=', scopeId)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
