import { type Organisation, readOrganisation } from '~/domain/identity/read-organisations.server';
import type { ReadDb } from '~/platform/app-context';
import { parseId } from '~/shared/ids';
import { regionOf } from '~/shared/regions';
import { type ImportSummary, readFirstRows, readImport } from './read-import.server';

export interface ImportPage {
  organisation: Organisation;
  /** Clock of the organisation's place. */
  zone: string;
  summary: ImportSummary;
}

/** The import an address names, with its organisation; null when either is not there. */
export async function readImportPage(
  db: ReadDb,
  params: Readonly<Record<string, string | undefined>>,
): Promise<ImportPage | null> {
  const importId = parseId('imp', params.importId);
  const organisation = await readPageOrganisation(db, params);
  if (!importId || !organisation) return null;
  const summary = await readImport(db, { importId, organisationId: organisation.id });
  return summary ? { organisation, zone: zoneOf(organisation), summary } : null;
}

/** The organisation an address names; null when there is none. */
export async function readPageOrganisation(
  db: ReadDb,
  params: Readonly<Record<string, string | undefined>>,
): Promise<Organisation | null> {
  const organisationId = parseId('org', params.organisationId);
  return organisationId ? readOrganisation(db, organisationId) : null;
}

export function zoneOf({ regionCode }: { regionCode: string | null }): string {
  return regionOf(regionCode ?? '')?.zone ?? 'Asia/Jakarta';
}

/** What a page shows of a file: a few filled cells of each column, and the first rows to choose the headings from. */
export async function readSamples(
  db: ReadDb,
  { id, mapping }: ImportSummary,
): Promise<{ samples: string[][]; firstRows: { number: number; text: string }[] }> {
  const rows = await readFirstRows(db, id, 60);
  const data = rows.filter((row) => mapping.headingRow === null || row.number > mapping.headingRow);
  const samples = mapping.columns.map(({ column }) => {
    const cells = data.map((row) => (row.cells[column] ?? '').slice(0, 60)).filter((cell) => cell !== '');
    return [...new Set(cells)].slice(0, 3);
  });
  const firstRows = rows
    .slice(0, 12)
    .map(({ number, cells }) => ({ number, text: cells.filter(Boolean).join(' · ').slice(0, 80) }));
  return { samples, firstRows };
}
