import type { Role } from '~/domain/identity/identity';
import type { Right } from '~/domain/identity/rights';

/** Roles as the test plays them. `person` is signed in without any role; `stall phone` is one opened with its PIN, `helper` a person within her half hour. */
export type Player = 'anybody' | 'person' | 'stall phone' | 'helper' | Role;

export const PLAYERS: readonly Player[] = [
  'anybody',
  'person',
  'owner',
  'manager',
  'cashier',
  'stall phone',
  'helper',
  'organiser',
  'observer',
  'operator',
  'verifier',
];

/** Who passes, in their own merchant or organisation. */
export const PASSES: Record<Right, readonly Player[]> = {
  public: PLAYERS,
  signed_in: ['person', 'owner', 'manager', 'cashier', 'helper', 'organiser', 'observer', 'operator', 'verifier'],
  operator: ['operator'],
  verifier: ['operator', 'verifier'],
  'merchant.view': ['owner', 'manager'],
  'merchant.fill': ['owner', 'manager', 'helper'],
  'merchant.edit': ['owner', 'manager'],
  'merchant.team': ['owner'],
  'merchant.money': ['owner'],
  'merchant.sell': ['owner', 'manager', 'cashier', 'stall phone'],
  'organisation.view': ['organiser', 'observer'],
  'organisation.run': ['organiser'],
};
