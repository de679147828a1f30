/** Words and numbers of identity that pages may know too. */

export const CODE_MINUTES = 5;
export const CODE_TRIES = 5;
export const CODE_AGAIN_SECONDS = 60;
/** Codes to one phone in an hour and in a day; a person who needs more has another problem. */
export const CODES_PER_HOUR = 5;
export const CODES_PER_DAY = 12;
/** Codes one network address may ask for in ten minutes: a festival's visitors share one. */
export const CODES_PER_SENDER = 200;
export const SENDER_WINDOW_MINUTES = 10;
/** And everybody together in a minute. */
export const CODES_A_MINUTE = 300;

export const SESSION_IDLE_DAYS = 30;
export const STAFF_SESSION_HOURS = 12;
/** A stall's phone asks for its PIN again after a working day. */
export const STALL_SESSION_HOURS = 14;
/** A session's use is written down at most this often. */
export const LAST_SEEN_EVERY_MINUTES = 10;

/** A link that makes a phone a stall's phone. */
export const PAIRING_MINUTES = 15;
/** Live phones a business may have at its stalls. */
export const STALL_PHONES_MAX = 10;
export const STALL_PIN_TRIES = 5;
export const STALL_PIN_LOCK_MINUTES = 15;

/** A code an owner reads out to a helper, and how long she then types. */
export const HELP_CODE_MINUTES = 10;
export const HELP_CODE_TRIES = 5;
export const HELP_MINUTES = 30;

export const INVITATION_DAYS = 14;
export const SIGN_IN_LINK_DAYS = 7;

export const ORGANISATION_KINDS = ['organiser', 'government', 'facilitator', 'partner'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export type ScopeKind = 'merchant' | 'organisation' | 'installation';
/** The scope id of operators. */
export const INSTALLATION = 'installation';

export const ROLES = {
  merchant: ['owner', 'manager', 'cashier'],
  organisation: ['organiser', 'observer'],
  installation: ['operator', 'verifier'],
} as const satisfies Record<ScopeKind, readonly string[]>;

export type Role = (typeof ROLES)[ScopeKind][number];

/** Who acts in a merchant or an organisation: a member by her role, or a helper for half an hour. */
export type Actor = Role | 'helper';

/** Purposes of consent (UU 27/2022 art. 20–24): each is asked for by itself, when it is needed. */
export const CONSENT_PURPOSES = ['publish', 'festival_messages'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Roles whose sessions end after twelve hours. */
export const STAFF_ROLES: readonly Actor[] = ['organiser', 'observer', 'operator', 'verifier'];
