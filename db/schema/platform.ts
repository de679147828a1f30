import type { Id } from '~/shared/ids';

/** Tables every capability needs. Writer: app/platform only. */
export interface PlatformTables {
  platform_outbox: OutboxTable;
  platform_message: MessageTable;
  platform_audit: AuditTable;
  platform_idempotency: IdempotencyTable;
  platform_file: FileTable;
  platform_picture: PictureTable;
  platform_topic: TopicTable;
  platform_tombstone: TombstoneTable;
}

/** An effect that leaves the house, or speaks to a capability above; written in the unit of work that caused it. */
export interface OutboxTable {
  id: Id<'out'>;
  /** `message.send`, `stalls.prepare`, `festivals.offer-expired` … the catalogue is app/platform/outbox.ts */
  kind: string;
  /** Unique: writing the same effect twice is one effect. */
  key: string;
  payload: string;
  created_at: number;
  /** Not before this time. */
  due_at: number;
  attempts: number;
  leased_until: number | null;
  leased_by: string | null;
  last_error: string | null;
  done_at: number | null;
  /** Stuck: every try used up; an operator retries or cancels. */
  stuck_at: number | null;
  cancelled_at: number | null;
  cancelled_by: Id<'psn'> | null;
}

/** A message to a person, in words, with what became of it. Codes are kept only by the on-screen development inbox. */
export interface MessageTable {
  id: Id<'msg'>;
  outbox_id: string;
  person_id: Id<'psn'> | null;
  channel: string; // inbox | whatsapp | smtp
  /** E.164 phone or e-mail address. */
  recipient: string;
  template: string;
  subject: string | null;
  /** Null where the text holds a code and the channel is not the development inbox. */
  text: string | null;
  link: string | null;
  provider_reference: string | null;
  sent_at: number;
}

export interface AuditTable {
  id: string;
  at: number;
  /** Person id, or null for the worker. */
  actor_id: Id<'psn'> | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  /** JSON; never a NIK, PIN, code or account number. */
  details: string;
}

/** Accepted answers only; a refusal may be tried again. Primary key (scope, key). */
export interface IdempotencyTable {
  scope: string;
  key: string;
  content_hash: string;
  result: string;
  created_at: number;
}

/** Pictures, re-encoded, <= 300 kB a row (CHECK). Public ones are served immutable under /berkas/:id. */
export interface FileTable {
  id: Id<'fil'>;
  owner_kind: string; // dish | merchant | document | import | privacy
  owner_id: string;
  visibility: string; // public | private
  content_type: string;
  bytes: Uint8Array;
  byte_size: number;
  sha256: string;
  width: number | null;
  height: number | null;
  created_at: number;
}

/** What a picture is besides the WebP bytes of its file. Primary key file_id. */
export interface PictureTable {
  file_id: Id<'fil'>;
  /** The same picture as AVIF, <= 300 kB (CHECK); null where it is older than that. */
  avif: Uint8Array | null;
  avif_sha256: string | null;
  /** The same photo half as wide, for who saves data. */
  smaller_file_id: Id<'fil'> | null;
}

/** What anonymous pages depend on; upserted inside the writing transaction by touchTopics. */
export interface TopicTable {
  topic: string;
  version: number;
  touched_at: number;
}

/** Who has been erased, replayed after a restore. Names nobody: ids only. Primary key (subject_kind, subject_id). */
export interface TombstoneTable {
  subject_kind: string; // person | merchant
  subject_id: string;
  erased_at: number;
  request_id: string | null;
}
