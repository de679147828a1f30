/** The one port through which a wallet is filled; adapters in app/integrations. Amounts in whole rupiah; nothing here throws. */
export interface TopUpRail {
  /**
   * Asks the rail to take money. Calling it again with the same id is the same payment. A rail that does not answer is
   * `unreachable`: nobody knows yet whether it understood, and asking again is safe.
   */
  start: (order: RailOrder) => Promise<RailStart>;
  /** What the rail says of a payment now. */
  find: (externalId: string) => Promise<RailState>;
  /** Ends a payment nobody finished, so that it cannot be paid any more. `too_late` when it has ended otherwise. */
  close: (externalId: string) => Promise<'closed' | 'too_late' | 'unreachable'>;
  /** Gives money back that could not be credited; the same top-up is given back once. */
  giveBack: (payment: { topUpId: string; externalId: string; amount: number }) => Promise<'done' | 'unreachable'>;
  /** Reads a signed notice out of the raw body; null when signature, age or form is wrong. */
  readNotice: (rawBody: string, signature: string | null) => RailNotice | null;
}

export interface RailOrder {
  topUpId: string;
  amount: number;
  language: 'id' | 'en';
  /** What the rail's page says is being paid. */
  label: string;
  /** Where the rail sends the customer afterwards; the page there believes nobody but the rail. */
  returnAddress: string;
}

export type RailStart =
  | { state: 'settled'; externalId: string; amount: number; currency: string }
  | { state: 'open'; externalId: string; address: string }
  | { state: 'refused'; reason: string }
  | { state: 'unreachable' };

export type RailState =
  | { state: 'open'; address: string | null }
  | { state: 'succeeded'; amount: number; currency: string }
  | { state: 'failed'; reason: string }
  | { state: 'unreachable' };

/** One thing the rail told us. `eventId` is unique at the rail; a notice may come several times and in any order. */
export interface RailNotice {
  eventId: string;
  kind: string;
  bodySha256: string;
  topUpId: string | null;
  says:
    | { state: 'succeeded'; amount: number; currency: string }
    | { state: 'failed'; reason: string }
    | { state: 'nothing' };
}

/** The rails that are on; a missing one is off. */
export type TopUpRails = Partial<Record<'simulator' | 'stripe', TopUpRail>>;
