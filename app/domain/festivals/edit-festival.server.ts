import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { addDays, daysBetween, instantOf } from '~/shared/time';
import { areDatesFrozen, readFestivalState } from './festival';
import { writeDays } from './internal/days.server';
import { type FestivalRow, lockFestival, touchFestival } from './internal/festival-row.server';
import { type EndedRefusal, whyEnded } from './internal/frozen.server';

export interface FestivalEdit {
  festivalId: FestivalId;
  name: string;
  place: string;
  story: string | null;
  /** `YYYY-MM-DD`; the other days move with it. */
  firstDay: string;
  opens: string;
  closes: string;
  loadInAt: number;
  callClosesAt: number;
  offerHours: number;
  by: PersonId;
  now: number;
}

export type EditFestivalRefusal =
  | EndedRefusal
  | { code: 'festival_dates_frozen' }
  | { code: 'festival_first_day_past' }
  | { code: 'call_closes_after_load_in' }
  | { code: 'load_in_after_opening' };

/** Changes dates, hours, place and words. Days stand still once announced; postponing frees them. */
export async function editFestival(tx: Tx, edit: FestivalEdit): Promise<Result<undefined, EditFestivalRefusal>> {
  const festival = await lockFestival(tx, edit.festivalId);
  const ended = whyEnded(festival);
  if (ended) return refuse(ended);
  const moves = daysMove(festival, edit);
  if (moves && areDatesFrozen(readFestivalState(festival.state))) return refuse({ code: 'festival_dates_frozen' });
  const opensAt = instantOf(edit.firstDay, edit.opens, festival.zone);
  if (moves && opensAt <= edit.now) return refuse({ code: 'festival_first_day_past' });
  if (edit.loadInAt > opensAt) return refuse({ code: 'load_in_after_opening' });
  if (edit.callClosesAt >= edit.loadInAt) return refuse({ code: 'call_closes_after_load_in' });
  const shift = daysBetween(festival.starts_on, edit.firstDay);
  if (moves) await rewriteDays(tx, festival, edit, shift);
  await tx
    .updateTable('festival_edition')
    .set({
      name: edit.name,
      place: edit.place,
      story: edit.story,
      starts_on: edit.firstDay,
      ends_on: addDays(festival.ends_on, shift),
      opens: edit.opens,
      closes: edit.closes,
      load_in_at: edit.loadInAt,
      call_closes_at: edit.callClosesAt,
      offer_hours: edit.offerHours,
    })
    .where('id', '=', edit.festivalId)
    .execute();
  await recordAudit(tx, {
    actorId: edit.by,
    action: 'festival.edit',
    subjectKind: 'festival',
    subjectId: edit.festivalId,
    details: { firstDay: edit.firstDay, opens: edit.opens, closes: edit.closes },
    now: edit.now,
  });
  await touchFestival(tx, edit.festivalId, edit.now);
  return accept();
}

function daysMove(festival: FestivalRow, edit: FestivalEdit): boolean {
  return festival.starts_on !== edit.firstDay || festival.opens !== edit.opens || festival.closes !== edit.closes;
}

async function rewriteDays(tx: Tx, festival: FestivalRow, edit: FestivalEdit, shift: number): Promise<void> {
  const days = await tx
    .selectFrom('festival_day')
    .select('day')
    .where('festival_id', '=', edit.festivalId)
    .orderBy('day')
    .execute();
  await writeDays(tx, {
    festivalId: edit.festivalId,
    days: days.map(({ day }) => addDays(day, shift)),
    opens: edit.opens,
    closes: edit.closes,
    zone: festival.zone,
  });
}
