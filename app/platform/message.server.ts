import { newId, type PersonId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import type { MessageTemplate, MessageValues } from '~/shared/message-templates';
import type { ReadDb, Tx } from './app-context';
import { addManyToOutbox, addToOutbox, type OutboxEntry } from './outbox.server';

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
  return addToOutbox(tx, entryOf(order));
}

/** The same for many in one statement. */
export async function sendMessages(tx: Tx, orders: readonly MessageOrder[]): Promise<void> {
  await addManyToOutbox(tx, orders.map(entryOf));
}

function entryOf(order: MessageOrder): OutboxEntry<'message.send'> {
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
  return {
    kind: 'message.send',
    key: `message:${order.key}`,
    payload: { to, personId, template, values, sealedValues, path, language, staleAt },
    ...(order.dueAt === undefined ? {} : { dueAt: order.dueAt }),
    now: order.now,
  };
}

/** A message as it went out, with what the provider said. */
export interface SentMessage {
  outboxId: string;
  personId: PersonId | null;
  channel: 'inbox' | 'whatsapp' | 'smtp';
  recipient: string;
  template: MessageTemplate;
  subject: string;
  /** Null where it held a code and went to a real phone. */
  text: string | null;
  link: string | null;
  providerReference: string | null;
  now: number;
}

/** Keeps what became of a message; once an outbox row. */
export async function recordSentMessage(tx: Tx, sent: SentMessage): Promise<void> {
  await tx
    .insertInto('platform_message')
    .values({
      id: newId('msg', sent.now),
      outbox_id: sent.outboxId,
      person_id: sent.personId,
      channel: sent.channel,
      recipient: sent.recipient,
      template: sent.template,
      subject: sent.subject,
      text: sent.text,
      link: sent.link,
      provider_reference: sent.providerReference,
      sent_at: sent.now,
    })
    .onConflict((conflict) => conflict.column('outbox_id').doNothing())
    .execute();
}

/** The newest messages of the development inbox, for /dev/pesan; optionally of one phone or address. */
export async function readInbox(db: ReadDb, { recipient, limit = 50 }: { recipient?: string; limit?: number } = {}) {
  const rows = db
    .selectFrom('platform_message')
    .selectAll()
    .where('channel', '=', 'inbox')
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  return (recipient === undefined ? rows : rows.where('recipient', '=', recipient)).execute();
}
