import type { Role } from '~/domain/identity/identity';
import type { Right } from '~/domain/identity/rights';

/**
 * Who may see and do what, route by route: the expectation stands here by hand, apart from app/domain/identity/rights.ts.
 * The test fails for a route that has no row. `view` is the right of the loader, `act` of the action; left out = there is none.
 */
export interface Row {
  view?: Right;
  act?: Right;
  /** Belongs to one person: another's is not there, even for somebody signed in. */
  personal?: true;
  /** Parameters that only this address has; `mine` exists, `theirs` belongs to the other merchant or organisation. */
  mine?: Record<string, string>;
  theirs?: Record<string, string>;
  /** Mine is not there for a reason said here (a state the fixture is not in): only refusals are tested. */
  only?: 'refusals';
  why?: string;
  /** The least this form needs to be understood, for those who may act. */
  form?: Record<string, string>;
}

/** Roles as the test plays them. `person` is signed in without any role. */
export type Player = 'anybody' | 'person' | Role;

export const PLAYERS: readonly Player[] = [
  'anybody',
  'person',
  'owner',
  'manager',
  'cashier',
  'organiser',
  'observer',
  'operator',
];

/** Who passes, in their own merchant or organisation. */
export const PASSES: Record<Right, readonly Player[]> = {
  public: PLAYERS,
  signed_in: ['person', 'owner', 'manager', 'cashier', 'organiser', 'observer', 'operator'],
  operator: ['operator'],
  'merchant.view': ['owner', 'manager', 'cashier'],
  'merchant.edit': ['owner', 'manager'],
  'merchant.money': ['owner'],
  'merchant.sell': ['owner', 'manager', 'cashier'],
  'organisation.view': ['organiser', 'observer'],
  'organisation.run': ['organiser'],
};

export const rows: Record<string, Row> = {
  // festivals
  'public/call': { view: 'public' },
  'public/call-join': { view: 'signed_in', only: 'refusals', why: 'sends each on to her business or to sign-up' },
  'public/line-up': { view: 'public' },
  'organiser/home': { view: 'signed_in' },
  'organiser/organisation': { view: 'organisation.view' },
  'organiser/new-festival': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/festival': { view: 'organisation.view' },
  'organiser/call-opening': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/call-closing': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/festival-state': {
    view: 'organisation.run',
    act: 'organisation.run',
    mine: { step: 'tunda' },
    theirs: { step: 'tunda' },
  },
  'organiser/edit-festival': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/edit-caps': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/edit-questions': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/edit-papers': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/edit-plan': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/applicants': { view: 'organisation.view' },
  'organiser/applicant': { view: 'organisation.view', act: 'organisation.run' },
  'organiser/applicant-return': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/compose': { view: 'organisation.view', act: 'organisation.run' },
  'organiser/compose-remove': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/compose-swap': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/compose-reserve': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/compose-rank': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/publish': { view: 'organisation.view', act: 'organisation.run' },
  'organiser/offers': { view: 'organisation.view' },
  'organiser/signs': { view: 'organisation.view' },
  'merchant/festivals': { view: 'merchant.view' },
  'merchant/festival-application': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/festival-application-send': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/festival-offer-accept': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/festival-offer-decline': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/festival-withdraw': { view: 'merchant.view', act: 'merchant.edit' },
  // identity and the process
  'public/sign-in': { view: 'public', act: 'public' },
  'public/sign-in-code': { view: 'public', act: 'public' },
  'public/sign-in-resend': { view: 'public', act: 'public' },
  'public/sign-in-link': { view: 'public', act: 'public' },
  'public/sign-out': { view: 'public', act: 'public' },
  'public/devices': { view: 'signed_in' },
  'public/device-revoke': {
    act: 'signed_in',
    personal: true,
    only: 'refusals',
    why: 'a session is tested in sign-in.test.ts',
  },
  'public/device-revoke-others': { act: 'signed_in' },
  'public/invitation-accept': { act: 'signed_in', personal: true, only: 'refusals', why: 'tested in operator.test.ts' },
  'operator/home': { view: 'operator' },
  'operator/organisations': { view: 'operator', act: 'operator' },
  'operator/organisation': { view: 'operator', act: 'operator' },
  'operator/invitation-revoke': { act: 'operator', only: 'refusals', why: 'needs an open invitation' },
  'operator/member-end': {
    view: 'operator',
    act: 'operator',
    mine: { role: 'observer' },
    only: 'refusals',
    why: 'ends a role',
  },
  'operator/outbox': { view: 'operator' },
  'operator/outbox-retry': { act: 'operator' },
  'operator/outbox-cancel': { act: 'operator' },
  'dev/messages': { view: 'public' },
  // festivals, basket and orders as customers see them: an order's address is itself the key
  'public/home': { view: 'public' },
  'public/festival': { view: 'public' },
  'public/stall': { view: 'public' },
  'public/search': { view: 'public' },
  'customer/basket': { view: 'public' },
  'customer/basket-fill': { view: 'public', act: 'public' },
  'customer/basket-price': { view: 'public', act: 'public' },
  'customer/basket-summary': { view: 'public' },
  'customer/basket-pay': { view: 'public', act: 'public' },
  'customer/order': { view: 'public' },
  'customer/order-cancel': { view: 'public', act: 'public' },
  'customer/order-answer': { view: 'public', act: 'public' },
  // merchants, menus, training
  'public/sign-up': { view: 'public' },
  'public/claim': { view: 'public', act: 'signed_in' },
  'public/merchant-public': { view: 'public' },
  'merchant/sign-up-business': { view: 'signed_in', act: 'signed_in' },
  'merchant/sign-up-menu': { view: 'signed_in', act: 'signed_in' },
  'merchant/sign-up-field': { act: 'signed_in' },
  'merchant/merchants': { view: 'signed_in' },
  'merchant/take-over': { act: 'signed_in' },
  'merchant/home': { view: 'merchant.view' },
  'merchant/submission': { act: 'merchant.edit' },
  'merchant/publishing': { act: 'merchant.money' },
  'merchant/state': { act: 'merchant.money' },
  'merchant/profile': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/profile-photo': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/hours': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/documents': { view: 'merchant.view' },
  'merchant/document': { view: 'merchant.edit', act: 'merchant.edit' },
  'merchant/menu': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/dish': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/dish-photo': { view: 'merchant.view', act: 'merchant.edit' },
  'merchant/dish-photo-remove': { act: 'merchant.edit' },
  'merchant/dish-options': { view: 'merchant.edit', act: 'merchant.edit' },
  'merchant/dish-options-remove': { act: 'merchant.edit', only: 'refusals', why: 'needs a group of options' },
  'merchant/dish-archive': { act: 'merchant.edit' },
  'merchant/dish-restore': { act: 'merchant.edit' },
  'merchant/dish-move': { act: 'merchant.edit' },
  'merchant/course': { view: 'merchant.view' },
  'merchant/lesson': { view: 'merchant.view', act: 'merchant.view' },
  'merchant/lesson-opening': { act: 'merchant.view' },
  // imports and claims
  'organiser/import': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/import-detail': { view: 'organisation.run' },
  'organiser/import-columns': { view: 'organisation.run', act: 'organisation.run' },
  'organiser/import-heading': { act: 'organisation.run' },
  'organiser/import-apply': { act: 'organisation.run' },
  'organiser/import-cancel': { act: 'organisation.run' },
  'organiser/import-progress': { view: 'organisation.run' },
  'organiser/import-failed': { view: 'organisation.run', mine: { format: 'csv' }, theirs: { format: 'csv' } },
  'organiser/claim-sheets': { view: 'organisation.run' },
  'organiser/claim-sheets-print': { view: 'organisation.run' },
  // stall
  'stall/board': { view: 'merchant.sell' },
  'stall/board-version': { view: 'merchant.sell' },
  'stall/ticket-print': { view: 'merchant.sell' },
  'stall/ticket-accept': { act: 'merchant.sell', form: { menit: '5' } },
  'stall/ticket-ready': { act: 'merchant.sell' },
  'stall/ticket-hand-over': { act: 'merchant.sell' },
  'stall/ticket-refuse': { act: 'merchant.sell', form: { alasan: 'sold_out' } },
  'stall/ticket-take-cash': { act: 'merchant.sell' },
  'stall/counter-sale': {
    view: 'merchant.sell',
    act: 'merchant.sell',
    form: { pesanan: 'ord_00000000000000000000000000' },
  },
  'stall/stock': { view: 'merchant.sell' },
  'stall/stock-dish': { view: 'merchant.sell', act: 'merchant.sell' },
  'stall/stock-sold-out': { act: 'merchant.sell', form: { tindakan: 'habis' } },
  'stall/slots': { view: 'merchant.sell', act: 'merchant.sell' },
  'stall/stall-open': { act: 'merchant.sell' },
  'stall/stall-pause': { act: 'merchant.sell', form: { tindakan: 'jeda' } },
  'stall/stall-close': { act: 'merchant.sell' },
  'merchant/sales': { view: 'merchant.money' },
  'merchant/sales-slip': { view: 'merchant.money' },
  'merchant/sales-refund': { view: 'merchant.money', act: 'merchant.money' },
  // wallet
  'customer/wallet': { view: 'signed_in' },
  'customer/wallet-top-up': { view: 'signed_in', act: 'signed_in' },
  'customer/wallet-top-up-state': {
    view: 'signed_in',
    act: 'signed_in',
    personal: true,
    only: 'refusals',
    why: 'needs a top-up',
  },
  'customer/wallet-statement': { view: 'signed_in' },
  'customer/wallet-pin': { view: 'signed_in', act: 'signed_in' },
  'customer/wallet-pin-change': { view: 'signed_in', act: 'signed_in' },
  'customer/wallet-pin-code': { view: 'signed_in', act: 'signed_in' },
  'customer/wallet-pin-reset': { view: 'signed_in', act: 'signed_in' },
  'merchant/wallet': { view: 'merchant.money' },
  'webhooks/stripe': { view: 'public', act: 'public' },
};

/** The same for streams of live events (app/server/live-events/streams.ts), by address. */
export const streamRows: Record<string, Right> = {
  '/pesanan/:orderId/langsung': 'public',
  '/papan/:participationId/langsung': 'merchant.sell',
  '/festival/:slug/siap/langsung': 'public',
  '/penyelenggara/:organisationId/festival/:festivalId/kendali/langsung': 'organisation.view',
};
