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
  'verifier',
];

/** Who passes, in their own merchant or organisation. */
export const PASSES: Record<Right, readonly Player[]> = {
  public: PLAYERS,
  signed_in: ['person', 'owner', 'manager', 'cashier', 'organiser', 'observer', 'operator', 'verifier'],
  operator: ['operator'],
  verifier: ['operator', 'verifier'],
  'merchant.view': ['owner', 'manager', 'cashier'],
  'merchant.edit': ['owner', 'manager'],
  'merchant.money': ['owner'],
  'merchant.sell': ['owner', 'manager', 'cashier'],
  'organisation.view': ['organiser', 'observer'],
  'organisation.run': ['organiser'],
};

/** Only looked at. */
const view = (right: Right, more: Partial<Row> = {}): Row => ({ view: right, ...more });
/** Only done: the address answers no GET. */
const act = (right: Right, more: Partial<Row> = {}): Row => ({ act: right, ...more });
/** Looked at and done with one right, or looked at with the first and done with the second. */
const both = (right: Right, done: Right = right, more: Partial<Row> = {}): Row => ({ view: right, act: done, ...more });
/** Mine is not there, for the reason said: only refusals are tested. */
const refusals = (why: string, more: Partial<Row> = {}): Partial<Row> => ({ only: 'refusals', why, ...more });

export const rows: Record<string, Row> = {
  // festivals
  'public/call': view('public'),
  'public/call-join': view('signed_in', refusals('sends each on to her business or to sign-up')),
  'public/line-up': view('public'),
  'organiser/home': view('signed_in'),
  'organiser/organisation': view('organisation.view'),
  'organiser/new-festival': both('organisation.run'),
  'organiser/festival': view('organisation.view'),
  'organiser/call-opening': both('organisation.run'),
  'organiser/call-closing': both('organisation.run'),
  'organiser/festival-state': both('organisation.run', 'organisation.run', {
    mine: { step: 'tunda' },
    theirs: { step: 'tunda' },
  }),
  'organiser/edit-festival': both('organisation.run'),
  'organiser/edit-caps': both('organisation.run'),
  'organiser/edit-training': both('organisation.run'),
  'organiser/edit-questions': both('organisation.run'),
  'organiser/edit-papers': both('organisation.run'),
  'organiser/edit-plan': both('organisation.run'),
  'organiser/applicants': view('organisation.view'),
  'organiser/applicant': both('organisation.view', 'organisation.run'),
  'organiser/applicant-return': both('organisation.run'),
  'organiser/applicant-paper': both('organisation.run'),
  'organiser/applicant-paper-page': view('organisation.run'),
  'organiser/compose': both('organisation.view', 'organisation.run'),
  'organiser/compose-remove': both('organisation.run'),
  'organiser/compose-swap': both('organisation.run'),
  'organiser/compose-reserve': both('organisation.run'),
  'organiser/compose-rank': both('organisation.run'),
  'organiser/publish': both('organisation.view', 'organisation.run'),
  'organiser/offers': view('organisation.view'),
  'organiser/signs': view('organisation.view'),
  'organiser/control': view('organisation.view'),
  'organiser/control-notice': both('organisation.run'),
  'organiser/control-incident': both('organisation.run'),
  'organiser/control-incident-close': act('organisation.run'),
  'merchant/festivals': view('merchant.view'),
  'merchant/festival-application': both('merchant.view', 'merchant.edit'),
  'merchant/festival-application-send': both('merchant.view', 'merchant.edit'),
  'merchant/festival-offer-accept': both('merchant.view', 'merchant.edit'),
  'merchant/festival-offer-decline': both('merchant.view', 'merchant.edit'),
  'merchant/festival-withdraw': both('merchant.view', 'merchant.edit'),
  // identity and the process
  'public/sign-in': both('public'),
  'public/sign-in-code': both('public'),
  'public/sign-in-resend': both('public'),
  'public/sign-in-link': both('public'),
  'public/sign-out': both('public'),
  'public/devices': view('signed_in'),
  'public/device-revoke': act('signed_in', refusals('a session is tested in sign-in.test.ts', { personal: true })),
  'public/device-revoke-others': act('signed_in'),
  'public/invitation-accept': act('signed_in', refusals('tested in operator.test.ts', { personal: true })),
  'operator/home': view('operator'),
  'operator/review': view('verifier'),
  'operator/review-section': both('verifier', 'verifier', {
    mine: { section: 'business' },
    theirs: { section: 'business' },
  }),
  'operator/review-section-pass': act('verifier', { mine: { section: 'business' }, theirs: { section: 'business' } }),
  'operator/review-account': both('verifier', 'verifier', refusals('needs a proposed account')),
  'operator/review-account-pass': act('verifier', refusals('needs a proposed account')),
  'operator/people': both('operator'),
  'operator/people-invitation-revoke': act('operator', refusals('needs an open invitation')),
  'operator/people-member-end': both('operator', 'operator', refusals('ends a role', { mine: { role: 'verifier' } })),
  'operator/organisations': both('operator'),
  'operator/organisation': both('operator'),
  'operator/invitation-revoke': act('operator', refusals('needs an open invitation')),
  'operator/member-end': both('operator', 'operator', refusals('ends a role', { mine: { role: 'observer' } })),
  'operator/papers': view('operator'),
  'operator/paper': both('operator'),
  'operator/paper-page': view('operator'),
  'operator/outbox': view('operator'),
  'operator/cache': view('operator'),
  'operator/outbox-retry': act('operator'),
  'operator/outbox-cancel': act('operator'),
  'dev/messages': view('public'),
  // privacy: a request belongs to one person; tested in privacy.test.ts
  'public/privacy': view('public'),
  'public/privacy-consent': act('signed_in', { form: { purpose: 'festival_messages', consent: 'no' } }),
  'public/privacy-export': act('signed_in'),
  'public/privacy-copy': view('signed_in', refusals('needs a made copy', { personal: true })),
  'public/privacy-copy-json': view('signed_in', refusals('needs a made copy', { personal: true })),
  'public/privacy-correction': both('signed_in'),
  'public/privacy-restriction': act('signed_in'),
  'public/privacy-restriction-lift': act('signed_in'),
  'public/privacy-erasure': both('signed_in'),
  'public/privacy-request-cancel': act('signed_in', refusals('needs an open request', { personal: true })),
  'operator/privacy-requests': view('operator'),
  'operator/privacy-request': view('operator'),
  'operator/privacy-request-take': act('operator'),
  'operator/privacy-request-answer': both('operator'),
  'operator/privacy-request-refuse': both('operator'),
  'operator/privacy-request-erase': act('operator'),
  // festivals, basket and orders as customers see them: an order's address is itself the key
  'public/home': view('public'),
  'public/festival': view('public'),
  'public/stall': view('public'),
  'public/ready-board': view('public'),
  'public/stall-stock': view('public'),
  'public/search': view('public'),
  'customer/basket': view('public'),
  'customer/basket-fill': both('public'),
  'customer/basket-price': both('public'),
  'customer/basket-summary': view('public'),
  'customer/basket-pay': both('public'),
  'customer/basket-pay-ask-pin': both('signed_in'),
  'customer/order': view('public'),
  'customer/order-push': act('public'),
  'customer/order-cancel': both('public'),
  'customer/order-answer': both('public'),
  // merchants, menus, training
  'public/sign-up': view('public'),
  'public/claim': both('public', 'signed_in'),
  'public/merchant-public': view('public'),
  'merchant/sign-up-business': both('signed_in'),
  'merchant/sign-up-menu': both('signed_in'),
  'merchant/sign-up-field': act('signed_in'),
  'merchant/merchants': view('signed_in'),
  'merchant/take-over': act('signed_in'),
  'merchant/home': view('merchant.view'),
  'merchant/submission': act('merchant.edit'),
  'merchant/review': view('merchant.view'),
  'merchant/review-resubmit': act('merchant.edit', { mine: { section: 'business' }, theirs: { section: 'business' } }),
  'merchant/publishing': act('merchant.money'),
  'merchant/state': act('merchant.money'),
  'merchant/profile': both('merchant.view', 'merchant.edit'),
  'merchant/profile-photo': both('merchant.view', 'merchant.edit'),
  'merchant/hours': both('merchant.view', 'merchant.edit'),
  'merchant/documents': view('merchant.view'),
  'merchant/document': both('merchant.edit'),
  'merchant/document-views': view('merchant.edit'),
  'merchant/document-page': view('merchant.edit'),
  'merchant/document-page-remove': act('merchant.edit'),
  'merchant/menu': both('merchant.view', 'merchant.edit'),
  'merchant/dish': both('merchant.view', 'merchant.edit'),
  'merchant/dish-photo': both('merchant.view', 'merchant.edit'),
  'merchant/dish-photo-remove': act('merchant.edit'),
  'merchant/dish-options': both('merchant.edit'),
  'merchant/dish-options-remove': act('merchant.edit', refusals('needs a group of options')),
  'merchant/dish-archive': act('merchant.edit'),
  'merchant/dish-restore': act('merchant.edit'),
  'merchant/dish-move': act('merchant.edit'),
  'merchant/course': view('merchant.view'),
  'merchant/lesson': both('merchant.view'),
  'merchant/lesson-opening': act('merchant.view'),
  'merchant/tips': view('merchant.view'),
  'merchant/tip-opening': act('merchant.view'),
  'merchant/dish-cost': both('merchant.edit'),
  'merchant/festival-menu': both('merchant.edit'),
  'merchant/contacts': both('merchant.edit'),
  'merchant/payout-hour': both('merchant.money'),
  'merchant/outside-sales': both('merchant.money'),
  'merchant/sales-slip-check': act('merchant.money'),
  'merchant/offline-course': view('public'),
  'merchant/offline-lesson': view('public'),
  'merchant/late-events': act('merchant.view'),
  'merchant/certificate': both('merchant.view', 'merchant.money'),
  'public/certificate-check': view('public'),
  'public/certificate': view('public'),
  'public/certificate-pdf': view('public'),
  'operator/certificates': view('operator'),
  'organiser/coaching': both('organisation.view', 'organisation.run'),
  'operator/coaching': both('operator'),
  'operator/certificate': both('operator', 'operator', { form: { why: 'Nama salah tulis', again: 'now' } }),
  // imports and claims
  'organiser/import': both('organisation.run'),
  'organiser/import-detail': view('organisation.run'),
  'organiser/import-columns': both('organisation.run'),
  'organiser/import-heading': act('organisation.run'),
  'organiser/import-apply': act('organisation.run'),
  'organiser/import-cancel': act('organisation.run'),
  'organiser/import-progress': view('organisation.run'),
  'organiser/import-failed': view('organisation.run', { mine: { format: 'csv' }, theirs: { format: 'csv' } }),
  'organiser/claim-sheets': view('organisation.run'),
  'organiser/claim-sheets-print': view('organisation.run'),
  // stall
  'stall/board': view('merchant.sell'),
  'stall/ticket-print': view('merchant.sell'),
  'stall/ticket-accept': act('merchant.sell', { form: { menit: '5' } }),
  'stall/ticket-ready': act('merchant.sell'),
  'stall/ticket-hand-over': act('merchant.sell'),
  'stall/ticket-refuse': act('merchant.sell', { form: { alasan: 'sold_out' } }),
  'stall/ticket-take-cash': act('merchant.sell'),
  'stall/counter-sale': both('merchant.sell', 'merchant.sell', { form: { pesanan: 'ord_00000000000000000000000000' } }),
  'stall/stock': view('merchant.sell'),
  'stall/stock-dish': both('merchant.sell'),
  'stall/stock-sold-out': act('merchant.sell', { form: { tindakan: 'habis' } }),
  'stall/slots': both('merchant.sell'),
  'stall/stall-open': act('merchant.sell'),
  'stall/stall-pause': act('merchant.sell', { form: { tindakan: 'jeda' } }),
  'stall/stall-close': act('merchant.sell'),
  'stall/offline-board': view('public'),
  'stall/heartbeat': act('merchant.sell'),
  'stall/late-taps': act('merchant.sell'),
  'stall/late-taps-seen': act('merchant.sell', { form: { sampai: '0' } }),
  'merchant/sales': view('merchant.money'),
  'merchant/sales-slip': view('merchant.money'),
  'merchant/sales-refund': both('merchant.money'),
  // wallet
  'customer/wallet': view('signed_in'),
  'customer/wallet-top-up': both('signed_in'),
  'customer/wallet-top-up-state': both('signed_in', 'signed_in', refusals('needs a top-up', { personal: true })),
  'customer/wallet-statement': view('signed_in'),
  'customer/wallet-pin': both('signed_in'),
  'customer/wallet-pin-change': both('signed_in'),
  'customer/wallet-pin-code': both('signed_in'),
  'customer/wallet-pin-reset': both('signed_in'),
  'merchant/wallet': view('merchant.money'),
  'merchant/payout-account': both('merchant.money'),
  'merchant/payout-account-code': both('merchant.money'),
  'merchant/payout-account-withdraw': act('merchant.money', refusals('needs a proposed account')),
  'webhooks/stripe': both('public'),
};

/** The same for streams of live events (app/server/live-events/streams.ts), by address. */
export const streamRows: Record<string, Right> = {
  '/pesanan/:orderId/langsung': 'public',
  '/papan/:participationId/langsung': 'merchant.sell',
  '/festival/:slug/siap/langsung': 'public',
  '/penyelenggara/:organisationId/festival/:festivalId/kendali/langsung': 'organisation.view',
};
