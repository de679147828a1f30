import type { AppContext } from '~/platform/app-context';
import { type ImportId, newId, type OrganisationId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { applyImport } from './apply-import.server';
import { type BeginApplyingRefusal, beginApplying } from './begin-applying.server';
import type { ImportMapping } from './import';
import { type MapColumnsRefusal, mapColumns } from './map-columns.server';
import { type ImportSummary, readImport } from './read-import.server';
import { type ReceiveFileRefusal, receiveFile } from './receive-file.server';
import { stageImport } from './stage-import.server';

export type ImportFileRefusal = ReceiveFileRefusal | MapColumnsRefusal | BeginApplyingRefusal;

export interface WholeFile {
  organisationId: OrganisationId;
  personId: PersonId;
  fileName: string;
  bytes: Uint8Array;
  importId?: ImportId;
  /** Corrects the proposed columns, as an officer would by hand. */
  correct?: (mapping: ImportMapping) => ImportMapping;
}

/**
 * The whole way of a file in one call, through the same verbs as the pages: received, its proposed columns
 * confirmed, staged, applied. For the demo's seed and tests; a person goes step by step.
 */
export async function importFile(
  app: AppContext,
  { correct, ...file }: WholeFile,
): Promise<Result<ImportSummary, ImportFileRefusal>> {
  const importId = file.importId ?? newId('imp', app.clock.now());
  const { organisationId, personId } = file;
  const received = await receiveFile(app, { ...file, importId });
  if (!received.ok) return received;
  const proposed = (await mustRead(app, importId, organisationId)).mapping;
  const mapping = correct ? correct(proposed) : proposed;
  const mapped = await app.inTransaction((tx) =>
    mapColumns(tx, { importId, organisationId, mapping, now: app.clock.now() }),
  );
  if (!mapped.ok) return refuse(mapped.refusal);
  await stageImport(app, { importId });
  const begun = await app.inTransaction((tx) =>
    beginApplying(tx, { importId, organisationId, by: personId, now: app.clock.now() }),
  );
  if (!begun.ok) return refuse(begun.refusal);
  for (;;) {
    await applyImport(app, { importId });
    const state = await mustRead(app, importId, organisationId);
    if (state.state !== 'applying') return accept(state);
  }
}

async function mustRead(app: AppContext, importId: ImportId, organisationId: OrganisationId): Promise<ImportSummary> {
  const summary = await readImport(app.db, { importId, organisationId });
  if (!summary) throw new Error(`import ${importId} vanished`);
  return summary;
}
