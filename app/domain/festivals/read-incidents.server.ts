import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, IncidentId, ParticipationId } from '~/shared/ids';
import type { IncidentKind, IncidentSeverity } from './incident';

export interface OpenIncident {
  id: IncidentId;
  participationId: ParticipationId | null;
  /** Null = not at a booth. */
  booth: number | null;
  kind: IncidentKind;
  severity: IncidentSeverity;
  text: string;
  at: number;
  byName: string | null;
}

const RANK: Record<IncidentSeverity, number> = { danger: 0, serious: 1, low: 2 };

/** Incidents of a festival that nobody has closed, the worst first, then the oldest. */
export async function readOpenIncidents(db: ReadDb, festivalId: FestivalId): Promise<OpenIncident[]> {
  const rows = await db
    .selectFrom('festival_incident as i')
    .leftJoin('festival_participation as p', 'p.id', 'i.participation_id')
    .leftJoin('identity_person as who', 'who.id', 'i.by_person_id')
    .select(['i.id', 'i.participation_id', 'i.kind', 'i.severity', 'i.text', 'i.at'])
    .select(['p.booth_number', 'who.name as by_name'])
    .where('i.festival_id', '=', festivalId)
    .where('i.closed_at', 'is', null)
    .orderBy('i.at')
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      participationId: row.participation_id,
      booth: row.booth_number,
      kind: row.kind as IncidentKind,
      severity: row.severity as IncidentSeverity,
      text: row.text,
      at: row.at,
      byName: row.by_name,
    }))
    .sort((one, other) => RANK[one.severity] - RANK[other.severity]);
}
