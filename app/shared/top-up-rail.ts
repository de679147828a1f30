/** The one port through which a wallet is filled; adapters in app/integrations. Amounts in whole rupiah. */
export interface TopUpRail {
  /**
   * Asks the rail to take money. Calling it again with the same id is the same payment. Never throws:
   * a rail that does not answer is `unreachable`, and nobody knows yet whether it understood.
   */
  start: (order: RailOrder) => Promise<RailStart>;
  /** What the rail says of a payment now. */
  find: (payment: { topUpId: string; externalId: string }) => Promise<RailState>;
  /** Gives money back that could not be credited; the same id gives it back once. */
  giveBack: (payment: { topUpId: string; externalId: string; amount: number }) => Promise<'done' | 'unreachable'>;
  /** Reads a signed notice; null when the signature, its age or its form is wrong. */
  readNotice: (rawBody: string, signature: string | null, now: number) => Promise<RailNotice | null>;
}

export interface RailOrder {
  topUpId: string;
  amount: number;
  language: 'id' | 'en';
  /** Where the rail sends the customer afterwards; the page there believes nobody but the rail. */
  returnAddress: string;
  /** The rail closes the payment by itself then; epoch ms. */
  closesAt: number;
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
  says: { state: 'succeeded'; amount: number; currency: string } | { state: 'failed'; reason: string } | { state: 'nothing' };
}

/** The rails that are on; a missing one is off. */
export type TopUpRails = Partial<Record<'simulator' | 'stripe', TopUpRail>>;
