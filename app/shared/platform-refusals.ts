/** Why a photo was not taken; `bytes` as sent. */
export type PhotoRefusal =
  | { code: 'photo_too_big'; bytes: number; bytesMax: number }
  | { code: 'photo_unknown_kind' }
  | { code: 'photo_too_many_pixels'; pixelsMax: number }
  | { code: 'photo_unreadable' };

/** Why a page of a paper was not taken. */
export type PaperRefusal =
  | { code: 'paper_too_big'; bytes: number; bytesMax: number }
  | { code: 'paper_unknown_kind' }
  | { code: 'photo_too_many_pixels'; pixelsMax: number }
  /** It breaks off, is damaged, or takes too long to draw. */
  | { code: 'page_unreadable' }
  | { code: 'pdf_locked' }
  | { code: 'pdf_too_many_pages'; pages: number; pagesMax: number };

/** Why an operator's act on the outbox did nothing. */
export type OutboxRefusal = { code: 'outbox_not_stuck' } | { code: 'outbox_ended' };

/** So many come at once that this one was turned away before anything was done. */
export type BusyRefusal = { code: 'too_many_at_once'; seconds: number };
