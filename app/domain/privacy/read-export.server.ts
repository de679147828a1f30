import type { AppContext } from '~/platform/app-context';
import { readSealedDocument } from '~/platform/sealed-document.server';
import type { PersonId, PrivacyRequestId } from '~/shared/ids';
import type { PersonExport } from '~/shared/personal-export';
import { readRequest } from './read-requests.server';

/** A copy somebody asked for, opened for herself alone; null when it is not hers, not made yet or gone. */
export async function readExport(
  { db, ports }: Pick<AppContext, 'db' | 'ports'>,
  { requestId, personId, now }: { requestId: PrivacyRequestId; personId: PersonId; now: number },
): Promise<{ copy: PersonExport; json: string } | null> {
  const request = await readRequest(db, { requestId, personId });
  if (request?.kind !== 'export' || (request.expiresAt ?? 0) <= now) return null;
  const json = await readSealedDocument(db, { ownerKind: 'privacy', ownerId: requestId }, ports.secrets);
  return json === null ? null : { copy: JSON.parse(json) as PersonExport, json };
}
