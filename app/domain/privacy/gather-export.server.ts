import { exportFestivals } from '~/domain/festivals/export-person.server';
import { exportIdentity } from '~/domain/identity/export-person.server';
import { exportMenus } from '~/domain/menus/export-person.server';
import { exportMerchants } from '~/domain/merchants/export-person.server';
import { exportOrders } from '~/domain/orders/export-person.server';
import { exportTraining } from '~/domain/training/export-person.server';
import { exportWallet } from '~/domain/wallet/export-person.server';
import type { AppContext } from '~/platform/app-context';
import { exportRecords } from '~/platform/export-records.server';
import type { PersonId } from '~/shared/ids';
import type { DataSubject } from '~/shared/personal-data';
import { EXPORT_LISTS, type ExportList, type PersonExport } from '~/shared/personal-export';
import { readSubject } from './read-hindrances.server';
import { readOwnRequests } from './read-requests.server';

/** Everything we hold about one person, gathered from every capability, empty lists left out. */
export async function gatherExport(
  { db, ports }: Pick<AppContext, 'db' | 'ports'>,
  { personId, now }: { personId: PersonId; now: number },
): Promise<PersonExport> {
  const subject: DataSubject = await readSubject(db, personId);
  const lists = [
    ...(await exportIdentity(db, subject)),
    ...(await exportWallet(db, subject)),
    ...(await exportMerchants(db, subject, ports.secrets)),
    ...(await exportMenus(db, subject)),
    ...(await exportTraining(db, subject)),
    ...(await exportFestivals(db, subject)),
    ...(await exportOrders(db, subject)),
    await exportRequests(db, personId),
    ...(await exportRecords(db, subject)),
  ];
  const order = (list: ExportList) => EXPORT_LISTS.indexOf(list.name);
  return {
    format: 'pestarasa-person',
    version: 1,
    personId,
    madeAt: now,
    lists: lists.filter(({ rows }) => rows.length > 0).sort((a, b) => order(a) - order(b)),
  };
}

async function exportRequests(db: AppContext['db'], personId: PersonId): Promise<ExportList> {
  const requests = await readOwnRequests(db, personId);
  return {
    name: 'requests',
    rows: requests.map((row) => ({
      kind: row.kind,
      state: row.state,
      field: row.field,
      text: row.wanted,
      answer: row.answer,
      reason: row.refusal,
      at: row.askedAt,
      until: row.endedAt,
    })),
  };
}
