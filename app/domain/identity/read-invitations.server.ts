import type { ReadDb } from '~/platform/app-context';
import type { E164 } from '~/shared/phone';
import type { Role, ScopeKind } from './identity';

export interface OpenInvitation {
  id: string;
  scopeKind: ScopeKind;
  scopeId: string;
  /** Null for a merchant: identity does not know its name. */
  scopeName: string | null;
  role: Role;
  phone: E164;
  expiresAt: number;
}

/** Open invitations to a phone, oldest first. */
export async function readInvitationsTo(
  db: ReadDb,
  { phone, now }: { phone: E164; now: number },
): Promise<OpenInvitation[]> {
  return toInvitations(await openInvitations(db, now).where('phone', '=', phone).execute());
}

/** Open invitations into one merchant or organisation, oldest first. */
export async function readInvitationsOf(
  db: ReadDb,
  { scopeKind, scopeId, now }: { scopeKind: ScopeKind; scopeId: string; now: number },
): Promise<OpenInvitation[]> {
  return toInvitations(
    await openInvitations(db, now).where('scope_kind', '=', scopeKind).where('scope_id', '=', scopeId).execute(),
  );
}

function openInvitations(db: ReadDb, now: number) {
  return db
    .selectFrom('identity_invitation as invitation')
    .leftJoin('identity_organisation as organisation', (join) =>
      join.on((on) => on(on.ref('organisation.id'), '=', on.ref('invitation.scope_id').$castTo<`org_${string}`>())),
    )
    .select([
      'invitation.id',
      'invitation.scope_kind',
      'invitation.scope_id',
      'organisation.name',
      'invitation.role',
      'invitation.phone',
      'invitation.expires_at',
    ])
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .orderBy('invitation.created_at')
    .orderBy('invitation.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof openInvitations>['execute']>>[number];

function toInvitations(rows: Row[]): OpenInvitation[] {
  return rows.map((row) => ({
    id: row.id,
    scopeKind: row.scope_kind as ScopeKind,
    scopeId: row.scope_id,
    scopeName: row.name,
    role: row.role as Role,
    phone: row.phone as E164,
    expiresAt: row.expires_at,
  }));
}
