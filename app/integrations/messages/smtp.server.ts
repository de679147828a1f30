import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { type Delivery, type MessageSender, type OutgoingMessage, SendFailure } from './sender';

export interface SmtpAccess {
  /** smtp://user:password@host:port or smtps://… */
  url: string;
  from: string;
  /** ms; default 10 s. */
  timeout?: number;
}

/** Sends plain text through a mail server, to those who gave an address. */
export function smtpSender({ url, from, timeout = 10_000 }: SmtpAccess): MessageSender {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    channel: 'smtp',
    send: async (message) => {
      try {
        const sent = await transport.sendMail(toMail(message, from));
        return { reference: sent.messageId } satisfies Delivery;
      } catch (error) {
        throw toFailure(error);
      }
    },
  };
}

function toMail(message: OutgoingMessage, from: string) {
  const domain = from.match(/@([^>\s]+)/)?.[1] ?? 'localhost';
  // One key, one Message-ID: a mailbox drops the second of two equal messages.
  const name = createHash('sha256').update(message.key).digest('hex').slice(0, 32);
  return {
    from,
    to: { name: '', address: message.recipient },
    subject: message.subject,
    text: message.link
      ? `${message.said.text}\n\n${message.link.word}: ${message.link.url}\n`
      : `${message.said.text}\n`,
    messageId: `<${name}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** 5xx is a refusal for good (RFC 5321, 4.2.1); everything else may pass. A wrong password is for the operator. */
function toFailure(error: unknown): SendFailure {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const isFinal = code === 'EAUTH' || code === 'ENOAUTH' || (responseCode !== undefined && responseCode >= 500);
  const answer = responseCode === undefined ? '' : ` ${responseCode}`;
  return new SendFailure(`the mail server answered${answer} (${code ?? 'unknown'})`, { isFinal });
}
