import { INSTALLATION, type Role, type ScopeKind } from './identity';

/** Rights within one merchant or one organisation. */
export type ScopedRight =
  | 'merchant.view'
  | 'merchant.edit'
  | 'merchant.money'
  | 'merchant.sell'
  | 'organisation.view'
  | 'organisation.run';

/** Rights within the installation itself: there is one, so they need no scope. */
export type HouseRight = 'operator' | 'verifier';

export type Right = 'public' | 'signed_in' | HouseRight | ScopedRight;

/** Who may do what: the one place, shown to people as it stands (A6). */
export const RIGHT_ROLES: Record<ScopedRight | HouseRight, { scope: ScopeKind; roles: readonly Role[] }> = {
  'merchant.view': { scope: 'merchant', roles: ['owner', 'manager', 'cashier'] },
  'merchant.edit': { scope: 'merchant', roles: ['owner', 'manager'] },
  'merchant.money': { scope: 'merchant', roles: ['owner'] },
  'merchant.sell': { scope: 'merchant', roles: ['owner', 'manager', 'cashier'] },
  'organisation.view': { scope: 'organisation', roles: ['organiser', 'observer'] },
  'organisation.run': { scope: 'organisation', roles: ['organiser'] },
  operator: { scope: 'installation', roles: ['operator'] },
  verifier: { scope: 'installation', roles: ['operator', 'verifier'] },
};

/** One live role of a person, as rights need it. */
export interface Membership {
  scopeKind: ScopeKind;
  scopeId: string;
  role: Role;
}

/** Whether these roles give a right, in one merchant or organisation. Roles elsewhere count for nothing. */
export function mayDo(memberships: readonly Membership[], right: ScopedRight | HouseRight, scopeId?: string): boolean {
  const { scope, roles } = RIGHT_ROLES[right];
  const wanted = scope === 'installation' ? INSTALLATION : scopeId;
  return memberships.some(
    (membership) => membership.scopeKind === scope && membership.scopeId === wanted && roles.includes(membership.role),
  );
}
