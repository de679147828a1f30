import { readRestriction } from '~/domain/privacy/read-requests.server';
import { messages } from '~/i18n/messages';
import type { MessageSender, OutgoingMessage } from '~/integrations/messages/sender';
import { smtpSender } from '~/integrations/messages/smtp.server';
import { whatsappSender } from '~/integrations/messages/whatsapp.server';
import type { AppContext } from '~/platform/app-context';
import type { Config } from '~/platform/config.server';
import { type MessagePayload, recordSentMessage } from '~/platform/message.server';
import type { LeasedRow } from '~/platform/outbox-queue.server';
import type { MessageValues } from '~/shared/message-templates';
import { pathTo } from '~/shared/paths';
import { FinalFailure, type HandlerAnswer } from './handler';

interface Senders {
  phone: MessageSender | null;
  email: MessageSender | null;
}

// One mail transport a process, not one a message.
const known = new WeakMap<Config, Senders>();

function sendersOf(config: Config): Senders {
  const senders = known.get(config) ?? {
    phone: config.whatsapp && whatsappSender(config.whatsapp),
    email: config.smtp && smtpSender(config.smtp),
  };
  known.set(config, senders);
  return senders;
}

/** Words a message, hands it to its channel and keeps what became of it. */
export async function sendMessageNow(app: AppContext, payload: MessagePayload, row: LeasedRow): Promise<HandlerAnswer> {
  const now = app.clock.now();
  const { forgetPayload } = { forgetPayload: payload.sealedValues === null ? undefined : (true as const) };
  if (payload.staleAt !== null && payload.staleAt <= now)
    return { dropped: 'too late to help anybody', ...(forgetPayload && { forgetPayload }) };
  if (await isHeldBack(app, payload)) return { dropped: 'she restricts what is done with her data' };
  const { message, kept } = wordMessage(app, payload, row.key);
  const senders = sendersOf(app.config);
  const sender = 'phone' in payload.to ? senders.phone : senders.email;
  if (!sender && app.config.developmentInbox === 'off')
    throw new FinalFailure('no sender is configured for this channel');
  const reference = sender ? (await sender.send(message)).reference : null;
  return {
    ...(forgetPayload && { forgetPayload }),
    record: (tx) =>
      recordSentMessage(tx, {
        outboxId: row.id,
        personId: payload.personId,
        channel: sender?.channel ?? 'inbox',
        recipient: message.recipient,
        template: payload.template,
        subject: message.subject,
        text: sender ? kept : message.said.text,
        link: message.link?.url ?? null,
        providerReference: reference,
        now,
      }),
  };
}

/** News that nobody caused by an act of her own: held back while she restricts what is done with her data. */
const NEWS: ReadonlySet<string> = new Set(['invitation', 'merchant_imported', 'festival_notice']);

async function isHeldBack({ db }: AppContext, { personId, template }: MessagePayload): Promise<boolean> {
  return personId !== null && NEWS.has(template) && (await readRestriction(db, personId)) !== null;
}

/** The message in its language, and the text that may be kept of it. */
function wordMessage(
  app: AppContext,
  payload: MessagePayload,
  key: string,
): { message: OutgoingMessage; kept: string | null } {
  const words = messages[payload.template];
  if (!words) throw new FinalFailure(`no words for message ${payload.template}`);
  const inLanguage = words[payload.language];
  const said = inLanguage.text(allValues(app, payload));
  const secret = words.secret ?? null;
  const message: OutgoingMessage = {
    key,
    recipient: 'phone' in payload.to ? payload.to.phone : payload.to.email,
    template: payload.template,
    language: payload.language,
    subject: inLanguage.subject,
    said,
    secret,
    link: payload.path === null ? null : linkTo(app.config, payload.path, payload.language, inLanguage.button),
  };
  return { message, kept: secret || payload.sealedValues !== null ? null : said.text };
}

function allValues(app: AppContext, payload: MessagePayload): MessageValues {
  if (payload.sealedValues === null) return payload.values;
  return { ...payload.values, ...(JSON.parse(app.ports.secrets.open(payload.sealedValues)) as MessageValues) };
}

function linkTo(config: Config, plainPath: string, language: MessagePayload['language'], word = 'Pestarasa') {
  const path = pathTo(plainPath, language);
  return { path, url: `${config.origins[0] ?? ''}${path}`, word };
}
