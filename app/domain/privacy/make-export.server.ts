import type { AppContext, Tx } from '~/platform/app-context';
import { removeFilesOf } from '~/platform/file.server';
import { addToOutbox } from '~/platform/outbox.server';
import { sealDocument, storeSealedDocument } from '~/platform/sealed-document.server';
import type { PrivacyRequestId } from '~/shared/ids';
import { gatherExport } from './gather-export.server';
import { moveRequest } from './internal/move-request.server';
import { tellPerson } from './internal/tell-person.server';
import { EXPORT_KEPT_MS } from './privacy';
import { readRequest } from './read-requests.server';

/** Makes the copy somebody asked for and keeps it sealed for a week; one that was made or taken back is left alone. */
export async function makeExport(
  app: Pick<AppContext, 'db' | 'inTransaction' | 'ports' | 'clock'>,
  { requestId }: { requestId: PrivacyRequestId },
): Promise<void> {
  const request = await readRequest(app.db, { requestId });
  if (request?.kind !== 'export' || request.endedAt !== null) return;
  const { personId } = request;
  const now = app.clock.now();
  const copy = await gatherExport(app, { personId, now });
  const owner = { ownerKind: 'privacy', ownerId: requestId } as const;
  const pieces = sealDocument(app.ports.secrets, JSON.stringify(copy), owner);
  await app.inTransaction(async (tx) => {
    const to = { state: 'answered', ended_at: now, expires_at: now + EXPORT_KEPT_MS } as const;
    const moved = await moveRequest(tx, { requestId, from: ['asked', 'taken'], to });
    if (!moved.ok) return;
    await storeSealedDocument(tx, { ...owner, pieces, now });
    await addToOutbox(tx, {
      kind: 'privacy.drop_export',
      key: `drop:${requestId}`,
      payload: { requestId },
      dueAt: now + EXPORT_KEPT_MS,
      now,
    });
    await tellPerson(tx, { personId, requestId, template: 'privacy_answered', now });
  });
}

/** Drops a copy whose week is over. */
export async function dropExport(tx: Tx, { requestId }: { requestId: PrivacyRequestId }): Promise<void> {
  await removeFilesOf(tx, { ownerKind: 'privacy', ownerIds: [requestId] });
}
