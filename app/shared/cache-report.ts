/** What the document cache of one process tells its operator; a snapshot, since the process started. */

export type TopicKind = 'festival' | 'stall' | 'merchant' | 'call';

/** Why a page that everybody may share was rendered for one request alone, or not kept after it. */
export type UnkeptReason =
  | 'session' // asked for by somebody signed in
  | 'query' // a parameter that is not in the table
  | 'status' // not 200
  | 'not_said' // its loader did not say what it depends on
  | 'set_cookie'
  | 'nonce'
  | 'not_html'
  | 'moved' // changed while it was rendered
  | 'over' // its time was over before it was ready
  | 'too_large';

export interface CacheReport {
  startedAt: number;
  entries: number;
  bytes: number;
  bytesMax: number;
  /** Answered from memory, bodies; 304 are counted apart. */
  hits: number;
  notModified: number;
  renders: number;
  /** Waited for somebody else's render. */
  waited: number;
  /** Dropped because their time had come. */
  expired: number;
  /** Dropped because memory was full. */
  evicted: number;
  touches: Partial<Record<TopicKind, { touched: number; dropped: number }>>;
  /** With the last addresses as patterns: nothing of who asked. */
  unkept: Partial<Record<UnkeptReason, { count: number; patterns: string[] }>>;
}
