import type { Language } from '~/shared/language';
import type { Said } from '~/shared/message-templates';

/** A message ready to go. */
export interface OutgoingMessage {
  /** The same key on every try, so that the other side can tell a repetition. */
  key: string;
  /** E.164 phone or e-mail address. */
  recipient: string;
  template: string;
  language: Language;
  subject: string;
  said: Said;
  /** A one-time code: the provider words it itself. */
  secret: 'code' | null;
  /** The page a button opens. */
  link: { path: string; url: string; word: string } | null;
}

export interface Delivery {
  /** The provider's own name for the message. */
  reference: string | null;
}

export interface MessageSender {
  channel: 'whatsapp' | 'smtp';
  /** Hands one message over. Throws SendFailure, saying whether another try could help. */
  send: (message: OutgoingMessage) => Promise<Delivery>;
}

/** The other side did not take the message. Its text names no recipient. */
export class SendFailure extends Error {
  readonly isFinal: boolean;
  /** Pause the other side asked for, ms. */
  readonly pause: number | undefined;

  constructor(message: string, { isFinal, pause }: { isFinal: boolean; pause?: number | undefined }) {
    super(message);
    this.isFinal = isFinal;
    this.pause = pause;
  }
}
