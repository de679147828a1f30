/**
 * Every message Pestarasa sends. The words stand in app/i18n/messages.ts, which the compiler keeps complete;
 * add a name here, then its words there.
 */
export type MessageTemplate =
  | 'sign_in_code'
  | 'invitation'
  | PhoneMessage
  | PasskeyMessage
  | 'merchant_imported'
  | 'paper_ending'
  | FestivalMessage
  | OrderMessage
  | PrivacyMessage
  | ReviewMessage
  | PayoutMessage;

/** What a message says: names, amounts, epoch ms. Codes never stand here but in `sealedValues`. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** A text with its variable parts in order, as WhatsApp wants them. */
export interface Said {
  text: string;
  parameters: readonly string[];
  /** The fixed parts around the parameters; one more than there are parameters. */
  fixed: readonly string[];
}

/** Tag for the text of a message: say`Usaha ${stall} terpilih di ${festival}.` */
export function say(fixed: TemplateStringsArray, ...parameters: (string | number)[]): Said {
  const texts = parameters.map(String);
  const text = fixed.reduce((joined, part, index) => joined + (texts[index - 1] ?? '') + part);
  return { text, parameters: texts, fixed: [...fixed] };
}

/** What a festival tells its merchants. */
export type FestivalMessage =
  | 'festival_offer'
  | 'festival_offer_reminder'
  | 'festival_offer_expired'
  | 'festival_waitlisted'
  | 'festival_not_chosen'
  | 'festival_returned'
  | 'festival_postponed'
  | 'festival_resumed'
  | 'festival_cancelled'
  | 'festival_notice';

/** What the old and the new number hear of a change; words in app/i18n/messages/people.ts. */
export type PhoneMessage = 'phone_change_asked' | 'phone_change_cancelled' | 'phone_change_refused' | 'phone_changed';

/** What a person's number hears of her passkeys; words in app/i18n/messages/passkeys.ts. */
export type PasskeyMessage = 'passkey_made' | 'passkey_removed' | 'passkey_copied';

/** What customers hear about their orders; words in app/i18n/messages/orders.ts. */
export type OrderMessage = 'order_ready' | 'ticket_refunded' | 'sale_refunded' | 'ticket_asked';

/** What became of a privacy request; words in app/i18n/messages/privacy.ts. */
export type PrivacyMessage = 'privacy_answered' | 'privacy_erasing';

/** What a merchant hears about the review of her sections; words in app/i18n/messages/review.ts. */
export type ReviewMessage = 'section_returned' | 'section_passed' | 'merchant_active';

/** What her owners hear about a payout account, at every step. */
export type PayoutMessage =
  | 'payout_account_proposed'
  | 'payout_account_checked'
  | 'payout_account_in_force'
  | 'payout_account_refused'
  | 'payout_account_withdrawn';
