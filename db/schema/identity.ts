import type { Id } from '~/shared/ids';

/** Who people are, how they sign in, what they may do, what they agreed to. Writer: app/domain/identity. */
export interface IdentityTables {
  identity_person: PersonTable;
  identity_code: CodeTable;
  identity_session: SessionTable;
  identity_sign_in_link: SignInLinkTable;
  identity_organisation: OrganisationTable;
  identity_member: MemberTable;
  identity_invitation: InvitationTable;
  identity_consent: ConsentTable;
  identity_code_gate: CodeGateTable;
  identity_stall_phone: StallPhoneTable;
  identity_helper_session: HelperSessionTable;
  identity_phone_change: PhoneChangeTable;
  identity_passkey: PasskeyTable;
  identity_challenge: ChallengeTable;
}

export interface PersonTable {
  id: Id<'psn'>; // psn_…
  /** E.164, unique; null for a person without one. */
  phone: string | null;
  email: string | null;
  name: string | null;
  language: string; // id | en
  created_at: number;
}

/** A sign-in code: 6 digits, 5 minutes, 5 tries, again after 60 s. Only its HMAC is kept. */
export interface CodeTable {
  id: string;
  phone: string;
  code_hmac: string;
  created_at: number;
  expires_at: number;
  tries: number; // CHECK tries <= 5
  used_at: number | null;
  /** Set when a newer code replaced this one. */
  replaced_at: number | null;
}

/** Codes asked for within a while: of all in a minute, of one sender in ten. Rows older than a day go. */
export interface CodeGateTable {
  /** Epoch ms. */
  window_start: number;
  gate: string; // everybody, or the HMAC of a sender's address
  sent: number;
  held: number;
}

export interface SessionTable {
  /** SHA-256 of the 256-bit secret in the cookie; the secret itself is nowhere. */
  id_hash: string;
  /** Short public name, for listing and revoking. */
  id: Id<'ses'>;
  person_id: Id<'psn'>;
  created_at: number;
  last_seen_at: number;
  /** 30 days idle; 12 hours from sign-in for staff (organisers, operators). */
  expires_at: number;
  kind: string; // person | staff | stall
  device: string; // what the browser says it is, shortened
  revoked_at: number | null;
  /** code | passkey | link | pin; null where it began before this was written down. */
  opened_how: string | null;
  /** The passkey that opened it: it ends with that one. */
  passkey_id: Id<'pky'> | null;
}

/** One-time sign-in address, printed by the demo. Opening shows, a tap signs in. */
export interface SignInLinkTable {
  token_hash: string;
  person_id: Id<'psn'>;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

export interface OrganisationTable {
  id: Id<'org'>; // org_…
  kind: string; // organiser | government | facilitator | partner
  name: string;
  slug: string;
  region_code: string | null;
  created_at: number;
  created_by: Id<'psn'> | null;
}

/** A person with a role in a merchant, an organisation or the installation. One live row per (person, scope, role). */
export interface MemberTable {
  id: string;
  person_id: Id<'psn'>;
  scope_kind: string; // merchant | organisation | installation
  scope_id: string; // merchant id, organisation id, or 'installation'
  role: string; // merchant: owner manager cashier; organisation: organiser observer; installation: operator
  created_at: number;
  created_by: Id<'psn'> | null;
  ended_at: number | null;
  ended_by: Id<'psn'> | null;
}

export interface InvitationTable {
  id: string;
  phone: string;
  scope_kind: string;
  scope_id: string;
  role: string;
  created_at: number;
  created_by: Id<'psn'>;
  expires_at: number;
  accepted_at: number | null;
  revoked_at: number | null;
}

/** Consent, one row per purpose and giving; the newest row without withdrawn_at is in force (UU 27/2022 art. 20–24). */
export interface ConsentTable {
  id: string;
  person_id: Id<'psn'>;
  /** What it is about: a merchant id for `publish`. */
  subject_id: string;
  purpose: string; // publish | festival_messages
  notice_version: string;
  notice_sha256: string;
  given_at: number;
  withdrawn_at: number | null;
}

/** A phone that stays at the stall: opened by a short PIN, good for selling only. Its cashier is a person without a phone number. */
export interface StallPhoneTable {
  id: Id<'stp'>;
  merchant_id: Id<'mrc'>;
  person_id: Id<'psn'>;
  /** SHA-256 of the secret in the link that makes a phone this one; null once used. */
  pairing_hash: string | null; // unique
  /** The same secret sealed, so that the owner's page can show its QR again. */
  pairing_sealed: string | null;
  pairing_until: number;
  /** SHA-256 of the 256-bit secret in the phone's cookie. */
  secret_hash: string | null; // unique
  /** argon2id of 4 to 6 digits. */
  pin_hash: string | null;
  pin_failures: number; // CHECK >= 0
  pin_locked_until: number | null;
  made_at: number;
  made_by: Id<'psn'>;
  paired_at: number | null;
  revoked_at: number | null;
  revoked_by: Id<'psn'> | null;
}

/** Half an hour in which another person types for a business. Until joined: a code of six digits, ten minutes, five tries. */
export interface HelperSessionTable {
  id: Id<'hlp'>;
  merchant_id: Id<'mrc'>;
  owner_id: Id<'psn'>;
  code_hmac: string;
  /** For the owner's page while the code is good; null afterwards. */
  code_sealed: string | null;
  tries: number; // CHECK <= 5
  made_at: number;
  offer_until: number;
  helper_id: Id<'psn'> | null;
  joined_at: number | null;
  /** 30 minutes after joining. */
  expires_at: number | null;
  /** The helper said she is done. */
  ended_at: number | null;
  /** The owner ended it, or a newer code replaced this one. */
  revoked_at: number | null;
  confirmed_at: number | null;
}

/** A person's number on its way to another. One open a person (unique); never both cancelled and done (CHECK). */
export interface PhoneChangeTable {
  id: Id<'phc'>;
  person_id: Id<'psn'>;
  /** The session that asked: it stays signed in when all others end. */
  session_id: Id<'ses'>;
  from_phone: string;
  to_phone: string;
  /** SHA-256 of the secret in the link sent to the old number. */
  cancel_hash: string; // unique
  asked_at: number;
  /** 72 hours after asking. */
  effective_at: number;
  cancelled_at: number | null;
  cancelled_how: string | null; // person | link | sign_in | number_taken
  done_at: number | null;
}

/** A key that signs in instead of a code: its private half never leaves a person's phone or password manager. */
export interface PasskeyTable {
  id: Id<'pky'>;
  person_id: Id<'psn'>;
  /** As the authenticator names it, base64url. */
  credential_id: string; // unique
  /** COSE key, base64url. */
  public_key: string;
  /** Signatures made, as the authenticator counts; 0 for ever where it does not. A number that goes back is a copy. */
  counter: number; // CHECK >= 0
  transports: string; // how a browser reaches it, joined by commas: internal,hybrid
  name: string;
  made_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
  revoked_how: string | null; // person | copied
}

/** What a passkey is asked to sign: 256 random bits, five minutes, one use, one browser. What is over goes with the next one. */
export interface ChallengeTable {
  id: Id<'chl'>;
  /** Who makes a passkey; null while nobody is signed in. */
  person_id: Id<'psn'> | null;
  kind: string; // make | sign_in
  challenge: string; // base64url, unique
  browser_hash: string; // SHA-256 of a secret only the browser that asked has
  expires_at: number;
  used_at: number | null;
}
