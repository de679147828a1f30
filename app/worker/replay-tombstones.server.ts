import { readHindrances } from '~/domain/privacy/read-hindrances.server';
import type { Tx } from '~/platform/app-context';
import { readTombstones, type Tombstone, writeTombstones } from '~/platform/tombstone.server';
import type { MerchantId, PersonId, PrivacyRequestId } from '~/shared/ids';
import type { DataSubject } from '~/shared/personal-data';
import { eraseSubject } from './privacy.server';

export interface Replayed {
  /** Erased again. */
  persons: PersonId[];
  /** Of these, who has money, orders or a festival before her in the older state: somebody has to look. */
  unsettled: PersonId[];
}

/**
 * Erases again whoever a newer list names and this database does not know as erased, as of the moment of the first time.
 * Which businesses go says the list, not the older database. All in the caller's transaction: a restored database is
 * never there with them. Names that this database never had are kept as tombstones alone.
 */
export async function replayTombstones(tx: Tx, stones: readonly Tombstone[]): Promise<Replayed> {
  const known = new Set((await readTombstones(tx)).map(({ kind, id }) => `${kind} ${id}`));
  const missing = stones.filter(({ kind, id }) => !known.has(`${kind} ${id}`));
  const replayed: Replayed = { persons: [], unsettled: [] };
  for (const stone of missing) {
    if (stone.kind !== 'person' || !(await hasPerson(tx, stone.id))) continue;
    const subject = subjectOf(stone, missing);
    if ((await readHindrances(tx, subject)).length > 0) replayed.unsettled.push(subject.personId);
    const requestId = stone.requestId as PrivacyRequestId | null;
    const app = {
      clock: { now: () => stone.erasedAt },
      inTransaction: <Value>(work: (unit: Tx) => Promise<Value>) => work(tx),
    };
    await eraseSubject(app, subject, { requestId });
    replayed.persons.push(subject.personId);
  }
  await writeTombstones(tx, missing);
  return replayed;
}

/** A person and the businesses erased with her, in the same unit of work. */
function subjectOf({ id, erasedAt, requestId }: Tombstone, stones: readonly Tombstone[]): DataSubject {
  const hers = stones.filter(
    (stone) => stone.kind === 'merchant' && stone.erasedAt === erasedAt && stone.requestId === requestId,
  );
  return { personId: id as PersonId, merchantIds: hers.map((stone) => stone.id as MerchantId) };
}

async function hasPerson(tx: Tx, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('identity_person')
    .select('id')
    .where('id', '=', id as PersonId)
    .executeTakeFirst();
  return found !== undefined;
}
