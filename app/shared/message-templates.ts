/**
 * Every message Pestarasa sends. The words stand in app/i18n/messages.ts, which the compiler keeps complete;
 * add a name here, then its words there.
 */
export type MessageTemplate = 'sign_in_code' | 'invitation';

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
