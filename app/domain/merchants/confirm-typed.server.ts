import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { settleWaiting } from './internal/settle-waiting.server';

export type TypedGone = { code: 'typed_gone' };

export interface TypedAnswer {
  merchantId: MerchantId;
  /** One field, or null for everything that was on the page. */
  field: string | null;
  /** What was typed after this instant was not on her page, epoch ms. */
  until: number;
  by: PersonId;
  now: number;
}

/** The owner has looked and agrees: the marks go, and with them what stood there before. */
export async function confirmTyped(tx: Tx, answer: TypedAnswer): Promise<Result<number, TypedGone>> {
  return settleTyped(tx, answer, 'confirmed');
}

/** Ends the waiting of what a helper typed, confirmed or undone; answers how many notes. None waiting is a refusal. */
export async function settleTyped(
  tx: Tx,
  { field, ...answer }: TypedAnswer,
  outcome: 'confirmed' | 'undone',
): Promise<Result<number, TypedGone>> {
  const settled = await settleWaiting(tx, { ...answer, fields: field === null ? null : [field], outcome });
  return settled === 0 ? refuse({ code: 'typed_gone' }) : accept(settled);
}
