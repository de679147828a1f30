import type { AppContext, Tx } from '~/platform/app-context';
import type { OutboxKind, OutboxPayloads } from '~/platform/outbox-kinds';
import type { LeasedRow } from '~/platform/outbox-queue.server';

/** What a handler wants noted together with the end of its row. */
export interface HandlerAnswer {
  /** Runs in the unit of work that ends the row. */
  record?: (tx: Tx) => Promise<void>;
  /** The payload held a sealed code. */
  forgetPayload?: true;
  /** It needs no doing any more; the words are for the operator. */
  dropped?: string;
}

/**
 * Does what an outbox row asks for; throws to be tried again. It may be called again for a row it has done
 * (the process may die before the row is ended), so the verb behind it must bear repetition.
 */
export type Handler<Kind extends OutboxKind> = (
  app: AppContext,
  payload: OutboxPayloads[Kind],
  row: LeasedRow,
) => Promise<HandlerAnswer> | Promise<void>;

export type AllHandlers = { [Kind in OutboxKind]: Handler<Kind> };
export type Handlers = Partial<AllHandlers>;

/** Trying again would not help: the row is set aside for an operator at once. */
export class FinalFailure extends Error {}
