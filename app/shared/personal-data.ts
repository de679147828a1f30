import type { MerchantId, PersonId } from './ids';

/** Whose data: a person, and the businesses that are hers alone and go with her. */
export interface DataSubject {
  personId: PersonId;
  merchantIds: readonly MerchantId[];
}

/** What has to end before somebody can be erased, each said with what to do first. Amounts in whole rupiah. */
export type Hindrance =
  | { code: 'wallet_not_empty'; amount: number }
  | { code: 'top_up_open' }
  | { code: 'sales_not_paid_out'; merchantId: MerchantId; amount: number }
  | { code: 'commission_owed'; merchantId: MerchantId; amount: number }
  | { code: 'orders_running'; count: number }
  | { code: 'tickets_running'; merchantId: MerchantId; count: number }
  | { code: 'festival_ahead'; festival: string }
  | { code: 'application_open'; festival: string }
  | { code: 'role_last'; role: string; scope: string | null };

/** The same with the name of the business it is about; empty where it is about none. */
export type NamedHindrance = Hindrance & { stall: string };

/** Stands where a name was that had to go. */
export const ERASED_NAME = '—';
