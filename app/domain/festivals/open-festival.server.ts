import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { slugOf } from '~/shared/fold-text';
import { type FestivalId, newId, type OrganisationId, type PersonId } from '~/shared/ids';
import { regionOf } from '~/shared/regions';
import { accept, type Result, refuse } from '~/shared/result';
import { DAY_MS, HOUR_MS, instantOf, MINUTE_MS } from '~/shared/time';
import { END_OF_DAY } from './festival';
import { writeDays } from './internal/days.server';
import { writeBooths } from './internal/plan.server';
import { writeCaps, writeDocumentNeeds, writeQuestions } from './internal/write-call.server';
import { daysOfTemplate, FESTIVAL_TEMPLATES, firstCaps, planFor, type TemplateName } from './templates';

export interface NewFestival {
  organisationId: OrganisationId;
  template: TemplateName;
  name: string;
  /** Kabupaten/kota, four digits; decides the zone of its clock. */
  regionCode: string;
  place: string;
  /** `YYYY-MM-DD` at the festival's place. */
  firstDay: string;
  boothCount: number;
  by: PersonId;
  now: number;
}

export type OpenFestivalRefusal = { code: 'festival_first_day_past' } | { code: 'festival_region_unknown' };

/** A draft festival from a template and six fields; hours, plan, questions, papers, caps and deadlines come with it. */
export async function openFestival(tx: Tx, order: NewFestival): Promise<Result<FestivalId, OpenFestivalRefusal>> {
  const region = regionOf(order.regionCode);
  if (!region) return refuse({ code: 'festival_region_unknown' });
  const template = FESTIVAL_TEMPLATES[order.template];
  const loadInAt = instantOf(order.firstDay, template.opens, region.zone) - template.loadInHours * HOUR_MS;
  if (loadInAt <= order.now) return refuse({ code: 'festival_first_day_past' });
  const festivalId = await writeEdition(tx, order, { zone: region.zone, loadInAt });
  const days = daysOfTemplate(order.template, order.firstDay);
  await writeDays(tx, { festivalId, days, opens: template.opens, closes: template.closes, zone: region.zone });
  await writeBooths(tx, {
    festivalId,
    count: order.boothCount,
    columns: planFor(order.boothCount).columns,
    now: order.now,
  });
  await writeQuestions(tx, { festivalId, questions: template.questions, now: order.now });
  await writeDocumentNeeds(tx, { festivalId, needs: template.documents });
  await writeCaps(tx, { festivalId, caps: firstCaps(order.boothCount) });
  await recordAudit(tx, {
    actorId: order.by,
    action: 'festival.open',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { template: order.template, organisationId: order.organisationId },
    now: order.now,
  });
  return accept(festivalId);
}

async function writeEdition(tx: Tx, order: NewFestival, { zone, loadInAt }: { zone: string; loadInAt: number }) {
  const template = FESTIVAL_TEMPLATES[order.template];
  const days = daysOfTemplate(order.template, order.firstDay);
  const plan = planFor(order.boothCount);
  const base = slugOf(order.name);
  const id = newId('fst', order.now);
  // The first free of name, name-year, name-year-2 …; taken ones are found by the unique index, not asked for first.
  const slugs = [base, `${base}-${order.firstDay.slice(0, 4)}`, `${base}-${order.firstDay}`, `${base}-${id.slice(-6)}`];
  for (const slug of slugs) {
    const written = await tx
      .insertInto('festival_edition')
      .values({
        id,
        organisation_id: order.organisationId,
        slug,
        name: order.name,
        template: order.template,
        region_code: order.regionCode,
        place: order.place,
        zone,
        starts_on: order.firstDay,
        ends_on: days.at(-1) ?? order.firstDay,
        opens: template.opens,
        closes: template.closes,
        story: null,
        state: 'draft',
        call_closes_at: callClosesAt(order, zone, loadInAt),
        offer_hours: template.offerHours,
        load_in_at: loadInAt,
        appeal_until: null,
        plan_columns: plan.columns,
        plan_rows: plan.rows,
        published_at: null,
        created_at: order.now,
        created_by: order.by,
      })
      .onConflict((oc) => oc.column('slug').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 1n) return id;
  }
  throw new Error(`no free address for a festival called ${order.name}`);
}

/** As the template says; a festival opened late closes its call half way to load-in. */
function callClosesAt(order: NewFestival, zone: string, loadInAt: number): number {
  const template = FESTIVAL_TEMPLATES[order.template];
  const usual = instantOf(order.firstDay, END_OF_DAY, zone) - template.callClosesDaysBefore * DAY_MS;
  if (usual >= order.now + DAY_MS) return usual;
  return Math.floor((order.now + loadInAt) / 2 / MINUTE_MS) * MINUTE_MS;
}
