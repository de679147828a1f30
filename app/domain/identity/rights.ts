import { type Actor, INSTALLATION, type ScopeKind } from './identity';

/** Rights within one merchant or one organisation. */
export type ScopedRight =
  | 'merchant.view'
  | 'merchant.edit'
  | 'merchant.fill'
  | 'merchant.team'
  | 'merchant.money'
  | 'merchant.sell'
  | 'organisation.view'
  | 'organisation.run';

/** Rights within the installation itself: there is one, so they need no scope. */
export type HouseRight = 'operator' | 'verifier';

export type Right = 'public' | 'signed_in' | HouseRight | ScopedRight;

/** Who may do what: the one place, shown to people as it stands (A6). */
export const RIGHT_ROLES: Record<ScopedRight | HouseRight, { scope: ScopeKind; roles: readonly Actor[] }> = {
  'merchant.view': { scope: 'merchant', roles: ['owner', 'manager'] },
  // The one thing a helper may: typing for her, on the pages that ask about the business.
  'merchant.fill': { scope: 'merchant', roles: ['owner', 'manager', 'helper'] },
  'merchant.edit': { scope: 'merchant', roles: ['owner', 'manager'] },
  'merchant.money': { scope: 'merchant', roles: ['owner'] },
  'merchant.team': { scope: 'merchant', roles: ['owner'] },
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
  role: Actor;
  /** A helper's only: when it ends by itself, epoch ms. */
  until?: number;
}

/** Whether these roles give a right, in one merchant or organisation. Roles elsewhere count for nothing. */
export function mayDo(memberships: readonly Membership[], right: ScopedRight | HouseRight, scopeId?: string): boolean {
  const { scope, roles } = RIGHT_ROLES[right];
  const wanted = scope === 'installation' ? INSTALLATION : scopeId;
  return memberships.some(
    (membership) => membership.scopeKind === scope && membership.scopeId === wanted && roles.includes(membership.role),
  );
}

/** Kinds of sessions: a person's own, hers as staff (twelve hours), a stall's phone. */
export type SessionKind = 'person' | 'staff' | 'stall';

/** A stall's phone is in many hands, so it is good for selling only, whoever's roles it carries. */
export function sessionMay(kind: SessionKind, right: Right): boolean {
  return kind !== 'stall' || right === 'public' || right === 'merchant.sell';
}

/** Until when somebody only helps this business, epoch ms; null for its own people and for strangers. */
export function helpsUntil(memberships: readonly Membership[], merchantId: string): number | null {
  const here = memberships.filter(({ scopeId }) => scopeId === merchantId);
  return here.every(({ role }) => role === 'helper') ? (here[0]?.until ?? null) : null;
}
