import type { PersonId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import type { MessageTemplate, MessageValues } from '~/shared/message-templates';
import type { Tx } from './app-context';
import { addToOutbox } from './outbox.server';

/** Where a message goes: a phone in E.164, or an e-mail address. */
export type Recipient = { phone: string } | { email: string };

export interface MessagePayload {
  to: Recipient;
  personId: PersonId | null;
  template: MessageTemplate;
  values: MessageValues;
  /** Secret values (codes) as JSON, sealed by `ports.secrets`; forgotten once the message is sent. */
  sealedValues: string | null;
  /** Path of the page the button opens, in its Indonesian form. */
  path: string | null;
  language: Language;
  /** After this instant it helps nobody any more and is not sent. */
  staleAt: number | null;
}

export interface MessageOrder {
  to: Recipient;
  personId?: PersonId | null;
  template: MessageTemplate;
  values: MessageValues;
  sealedValues?: string;
  path?: string;
  /** Default Indonesian. */
  language?: Language;
  /** Unique per message: the same key again sends nothing. */
  key: string;
  dueAt?: number;
  staleAt?: number;
  now: number;
}

/** Has a message sent after COMMIT, once a key. The words are chosen by the worker from app/i18n/messages.ts. */
export async function sendMessage(tx: Tx, order: MessageOrder): Promise<boolean> {
  const {
    to,
    personId = null,
    template,
    values,
    sealedValues = null,
    path = null,
    language = 'id',
    staleAt = null,
  } = order;
  return addToOutbox(tx, {
    kind: 'message.send',
    key: `message:${order.key}`,
    payload: { to, personId, template, values, sealedValues, path, language, staleAt },
    ...(order.dueAt === undefined ? {} : { dueAt: order.dueAt }),
    now: order.now,
  });
}
