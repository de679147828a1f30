import type { ReadDb, Tx } from '~/platform/app-context';
import type { DataSubject, Hindrance } from '~/shared/personal-data';
import { readSoleRoles } from './read-sole-roles.server';

/** Roles that nobody else has: somebody must be able to let the next one in. */
export async function readRoleHindrances(db: ReadDb | Tx, { personId }: DataSubject): Promise<Hindrance[]> {
  const sole = await readSoleRoles(db, { personId, roles: ['organiser', 'operator'] });
  return sole.map(({ role, name }) => ({ code: 'role_last', role, scope: name }));
}
