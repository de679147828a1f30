import type { PersonId } from '~/shared/ids';
import { ERASED_NAME } from '~/shared/personal-data';
import type { Tx } from './app-context';
import { containsAny } from './contains.server';
import type { MessagePayload } from './message.server';

/**
 * Takes words that name somebody (names, phone, e-mail) out of messages: those to her go, sent or waiting; in those to
 * others the text goes, or while they wait the word. Call it in the unit that takes the words from their own place.
 */
export async function forgetMentions(
  tx: Tx,
  { personId, words }: { personId?: PersonId; words: readonly (string | null)[] },
): Promise<void> {
  const said = words.filter((word) => word !== null);
  if (personId) await forgetMessagesTo(tx, personId);
  if (said.length === 0) return;
  await tx.deleteFrom('platform_message').where('recipient', 'in', said).execute();
  await tx
    .updateTable('platform_message')
    .set({ text: null, subject: null, link: null })
    .where((either) =>
      either.or([containsAny(tx, 'text', said), containsAny(tx, 'subject', said), containsAny(tx, 'link', said)]),
    )
    .execute();
  await tx
    .updateTable('platform_outbox')
    .set({ last_error: null })
    .where(containsAny(tx, 'last_error', said))
    .execute();
  // Keys of messages to many say the phone each goes to.
  await tx
    .deleteFrom('platform_outbox')
    .where('kind', '=', 'message.send')
    .where(containsAny(tx, 'key', said))
    .execute();
  const mentions = await tx
    .selectFrom('platform_outbox')
    .select(['id', 'payload', 'done_at', 'cancelled_at'])
    .where('kind', '=', 'message.send')
    .where(containsAny(tx, 'payload', said))
    .orderBy('id')
    .execute();
  for (const row of mentions) {
    const isOver = row.done_at !== null || row.cancelled_at !== null;
    const payload = isOver ? '{}' : without(JSON.parse(row.payload), said);
    if (payload === null) await tx.deleteFrom('platform_outbox').where('id', '=', row.id).execute();
    else await tx.updateTable('platform_outbox').set({ payload, last_error: null }).where('id', '=', row.id).execute();
  }
}

async function forgetMessagesTo(tx: Tx, personId: PersonId): Promise<void> {
  await tx.deleteFrom('platform_message').where('person_id', '=', personId).execute();
  await tx
    .deleteFrom('platform_outbox')
    .where('kind', '=', 'message.send')
    .where(containsAny(tx, 'payload', [personId]))
    .execute();
}

/** A message that still waits, without the words; null where it was to her. */
function without(payload: MessagePayload, words: readonly string[]): string | null {
  const to = 'phone' in payload.to ? payload.to.phone : payload.to.email;
  if (words.includes(to)) return null;
  const values = Object.entries(payload.values).map(([name, value]) => [name, withoutWords(value, words)]);
  return JSON.stringify({ ...payload, values: Object.fromEntries(values) });
}

function withoutWords(value: string | number, words: readonly string[]): string | number {
  if (typeof value !== 'string') return value;
  return words.reduce((text, word) => (word === '' ? text : text.replaceAll(word, ERASED_NAME)), value);
}
