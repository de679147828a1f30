import type { ReadDb, Tx } from '~/platform/app-context';
import type { Id, PersonId } from '~/shared/ids';

export interface PasskeyRow {
  passkeyId: Id<'pky'>;
  credentialId: string;
  name: string;
  madeAt: number;
  lastUsedAt: number | null;
}

/** Passkeys a person can sign in with, newest first. */
export async function readPasskeys(db: ReadDb | Tx, personId: PersonId): Promise<PasskeyRow[]> {
  const rows = await db
    .selectFrom('identity_passkey')
    .select(['id', 'credential_id', 'name', 'made_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    passkeyId: row.id,
    credentialId: row.credential_id,
    name: row.name,
    madeAt: row.made_at,
    lastUsedAt: row.last_used_at,
  }));
}
