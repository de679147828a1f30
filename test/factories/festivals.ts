import { acceptOffer } from '~/domain/festivals/accept-offer.server';
import { applyToFestival } from '~/domain/festivals/apply-to-festival.server';
import type { Cap } from '~/domain/festivals/caps';
import { closeCall } from '~/domain/festivals/close-call.server';
import { decideApplication } from '~/domain/festivals/decide-application.server';
import { openCall } from '~/domain/festivals/open-call.server';
import { openFestival } from '~/domain/festivals/open-festival.server';
import { placeInBooth } from '~/domain/festivals/place-in-booth.server';
import { publishLineUp } from '~/domain/festivals/publish-line-up.server';
import { saveAnswers } from '~/domain/festivals/save-answers.server';
import { setCaps } from '~/domain/festivals/set-caps.server';
import { startFestivalDay } from '~/domain/festivals/start-festival-day.server';
import { submitApplication } from '~/domain/festivals/submit-application.server';
import type { TemplateName } from '~/domain/festivals/templates';
import { addMember } from '~/domain/identity/add-member.server';
import { createOrganisation } from '~/domain/identity/create-organisation.server';
import { findOrMakePersonByPhone } from '~/domain/identity/find-or-make-person.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import type {
  ApplicationId,
  BoothId,
  DishId,
  FestivalId,
  MerchantId,
  OfferId,
  OrganisationId,
  ParticipationId,
  PersonId,
} from '~/shared/ids';
import { addDays, DAY_MS, dayOf } from '~/shared/time';
import type { World } from '../setup/engines';
import { type DishWishes, makeDish } from './menus';
import { accepted, type MadeMerchant, type MerchantWishes, makeActiveMerchant, nextPhone } from './merchants';

export interface MadeOrganiser {
  organisationId: OrganisationId;
  organiserId: PersonId;
  phone: string;
}

/** An organisation with one organiser. */
export async function makeOrganiser(world: World, name = 'Dinas Koperasi Palembang'): Promise<MadeOrganiser> {
  const now = world.clock.now();
  const phone = nextPhone();
  return world.inTransaction(async (tx) => {
    const organisationId = await createOrganisation(tx, {
      name,
      kind: 'organiser',
      regionCode: '1671',
      createdBy: null,
      now,
    });
    const organiserId = await findOrMakePersonByPhone(tx, { phone, now });
    await addMember(tx, {
      personId: organiserId,
      scopeKind: 'organisation',
      scopeId: organisationId,
      role: 'organiser',
      createdBy: null,
      now,
    });
    return { organisationId, organiserId, phone };
  });
}

export interface MadeFestival extends MadeOrganiser {
  festivalId: FestivalId;
  slug: string;
  /** By number, from 1. */
  booths: BoothId[];
}

export interface FestivalWishes {
  name?: string;
  template?: TemplateName;
  firstDay?: string;
  boothCount?: number;
  organiser?: MadeOrganiser;
  /** How far it has come: open by default. */
  state?: 'draft' | 'open' | 'curating';
}

/** A festival in Palembang three weeks from now, its call open; no quotas but the number of booths. */
export async function makeFestival(world: World, wishes: FestivalWishes = {}): Promise<MadeFestival> {
  const { name = 'Pesta Rasa Palembang', template = 'three_days', boothCount = 6, state = 'open' } = wishes;
  const organiser = wishes.organiser ?? (await makeOrganiser(world));
  const now = world.clock.now();
  const firstDay = wishes.firstDay ?? addDays(dayOf(now, 'Asia/Jakarta'), 21);
  const by = organiser.organiserId;
  const festivalId = await world.inTransaction(async (tx) => {
    const { organisationId } = organiser;
    const order = {
      organisationId,
      template,
      name,
      regionCode: '1671',
      place: 'Benteng Kuto Besak',
      firstDay,
      boothCount,
      by,
      now,
    };
    const id = accepted(await openFestival(tx, order));
    accepted(await setCaps(tx, { festivalId: id, caps: [{ kind: 'total', value: '', limit: boothCount }], by, now }));
    if (state !== 'draft') accepted(await openCall(tx, { festivalId: id, by, now }));
    return id;
  });
  if (state === 'curating') await curate(world, { festivalId, by });
  const booths = await world.db
    .selectFrom('festival_booth')
    .select('id')
    .where('festival_id', '=', festivalId)
    .orderBy('number')
    .execute();
  const { slug } = await world.db
    .selectFrom('festival_edition')
    .select('slug')
    .where('id', '=', festivalId)
    .executeTakeFirstOrThrow();
  return { ...organiser, festivalId, slug, booths: booths.map(({ id }) => id) };
}

export async function curate(
  world: World,
  { festivalId, by }: { festivalId: FestivalId; by: PersonId },
): Promise<void> {
  await world.inTransaction(async (tx) => accepted(await closeCall(tx, { festivalId, by, now: world.clock.now() })));
}

export interface MadeApplicant extends MadeMerchant {
  applicationId: ApplicationId;
  dishIds: DishId[];
}

export interface ApplicantWishes extends MerchantWishes {
  dishes?: Omit<DishWishes, 'merchantId'>[];
  /** A halal certificate that holds on the festival's days. */
  halal?: 'yes' | 'no';
  /** KTP declared (asked by the three-day template). */
  ktp?: 'yes' | 'no';
  sent?: 'yes' | 'no';
}

/** A merchant with a dish and her KTP who sent a complete application; the call must be open. */
export async function makeApplicant(
  world: World,
  festivalId: FestivalId,
  wishes: ApplicantWishes = {},
): Promise<MadeApplicant> {
  const { dishes = [{}], halal = 'no', ktp = 'yes', sent = 'yes' } = wishes;
  const merchant = await makeActiveMerchant(world, wishes);
  const { merchantId, ownerId } = merchant;
  const dishIds: DishId[] = [];
  for (const dish of dishes)
    dishIds.push(await makeDish(world, { name: `Tekwan ${merchant.slug}`, ...dish, merchantId }));
  const now = world.clock.now();
  const { secrets } = world.app.ports;
  const applicationId = await world.inTransaction(async (tx) => {
    if (ktp === 'yes')
      accepted(await declareDocument(tx, { merchantId, kind: 'ktp', answer: 'have', by: ownerId, secrets, now }));
    if (halal === 'yes')
      accepted(await declareDocument(tx, { merchantId, kind: 'halal', answer: 'have', by: ownerId, secrets, now }));
    const id = accepted(await applyToFestival(tx, { festivalId, merchantId, by: ownerId, now }));
    const questions = await tx
      .selectFrom('festival_question')
      .selectAll()
      .where('festival_id', '=', festivalId)
      .execute();
    const answers = Object.fromEntries(questions.map((one) => [one.id, goodAnswer(one)]));
    accepted(await saveAnswers(tx, { applicationId: id, answers, now }));
    if (sent === 'yes') accepted(await submitApplication(tx, { applicationId: id, by: ownerId, now }));
    return id;
  });
  return { ...merchant, applicationId, dishIds };
}

function goodAnswer({ kind, choices }: { kind: string; choices: string }): string {
  if (kind === 'number') return '40';
  if (kind === 'yes_no') return 'yes';
  return kind === 'choice' ? ((JSON.parse(choices) as string[])[0] ?? '') : 'Warung keluarga.';
}

/** Puts applicants into booths 1, 2, 3 … and announces the line-up, leaving the other booths empty. */
export async function publishWith(
  world: World,
  festival: MadeFestival,
  applicants: readonly MadeApplicant[],
): Promise<OfferId[]> {
  const now = world.clock.now();
  const by = festival.organiserId;
  await world.inTransaction(async (tx) => {
    for (const [index, { applicationId }] of applicants.entries()) {
      accepted(await placeInBooth(tx, { applicationId, boothId: festival.booths[index]!, by, now }));
    }
    accepted(await publishLineUp(tx, { festivalId: festival.festivalId, emptyBooths: 'yes', by, now }));
  });
  const offers = await world.db
    .selectFrom('festival_offer')
    .select(['id', 'application_id'])
    .where('festival_id', '=', festival.festivalId)
    .execute();
  return applicants.map(
    ({ applicationId }) => offers.find(({ application_id }) => application_id === applicationId)!.id,
  );
}

/** An announced festival: the chosen ones in booths 1, 2 …, offers open; the others on the waiting list in order. */
export async function announceLineUp(
  world: World,
  { chosen, reserve, caps = [] }: { chosen: ApplicantWishes[]; reserve: ApplicantWishes[]; caps?: Cap[] },
): Promise<{ festival: MadeFestival; made: MadeApplicant[] }> {
  const festival = await makeFestival(world);
  const { festivalId, organiserId: by } = festival;
  const made: MadeApplicant[] = [];
  for (const [index, wishes] of [...chosen, ...reserve].entries())
    made.push(await makeApplicant(world, festivalId, { stallName: `Lapak ${index}`, ...wishes }));
  await curate(world, { festivalId, by });
  const now = world.clock.now();
  await world.inTransaction(async (tx) => {
    for (const [index, { applicationId }] of made.entries()) {
      if (index < chosen.length)
        accepted(await placeInBooth(tx, { applicationId, boothId: festival.booths[index]!, by, now }));
      else accepted(await decideApplication(tx, { applicationId, outcome: 'reserve', by, now }));
    }
    await setCaps(tx, { festivalId, caps, by, now });
    return accepted(await publishLineUp(tx, { festivalId, emptyBooths: 'yes', by, now }));
  });
  return { festival, made };
}

/** The offer that waits for her answer. */
export const openOfferOf = (world: World, { applicationId }: MadeApplicant) =>
  world.db
    .selectFrom('festival_offer')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('outcome', '=', 'open')
    .executeTakeFirstOrThrow();

export interface MadeStall extends MadeApplicant {
  participationId: ParticipationId;
  booth: number;
}

export interface RunningFestival extends MadeFestival {
  /** Its first day, today on the world's clock. */
  day: string;
  stalls: MadeStall[];
}

/** A three-day festival whose first day is today and has begun: call, line-up and acceptance lie behind it. */
export async function makeRunningFestival(
  world: World,
  { stalls = [{}], ...wishes }: Omit<FestivalWishes, 'state' | 'firstDay'> & { stalls?: ApplicantWishes[] } = {},
): Promise<RunningFestival> {
  const today = world.clock.now();
  const day = dayOf(today, 'Asia/Jakarta');
  world.clock.set(today - 20 * DAY_MS);
  const festival = await makeFestival(world, { boothCount: Math.max(4, stalls.length), ...wishes, firstDay: day });
  const applicants: MadeApplicant[] = [];
  for (const [index, stall] of stalls.entries()) {
    applicants.push(await makeApplicant(world, festival.festivalId, { stallName: `Lapak ${index + 1}`, ...stall }));
  }
  await curate(world, { festivalId: festival.festivalId, by: festival.organiserId });
  const offers = await publishWith(world, festival, applicants);
  const made: MadeStall[] = [];
  for (const [index, one] of applicants.entries()) {
    made.push({
      ...one,
      ...(await take(world, { offerId: offers[index]!, merchantId: one.merchantId, by: one.ownerId })),
    });
  }
  world.clock.set(today);
  const { festivalId } = festival;
  await world.inTransaction(async (tx) => accepted(await startFestivalDay(tx, { festivalId, day, now: today })));
  return { ...festival, day, stalls: made };
}

async function take(world: World, answer: { offerId: OfferId; merchantId: MerchantId; by: PersonId }) {
  return world.inTransaction(async (tx) => accepted(await acceptOffer(tx, { ...answer, now: world.clock.now() })));
}
