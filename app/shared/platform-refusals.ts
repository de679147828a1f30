/** Why a photo was not taken; `bytes` as sent. */
export type PhotoRefusal =
  | { code: 'photo_too_big'; bytes: number; bytesMax: number }
  | { code: 'photo_unknown_kind' }
  | { code: 'photo_too_many_pixels'; pixelsMax: number }
  | { code: 'photo_unreadable' };

/** Why an operator's act on the outbox did nothing. */
export type OutboxRefusal = { code: 'outbox_not_stuck' } | { code: 'outbox_ended' };

/** So many come at once that this one was turned away before anything was done. */
export type BusyRefusal = { code: 'too_many_at_once'; seconds: number };
