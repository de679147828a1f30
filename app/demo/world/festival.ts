import { acceptOffer } from '~/domain/festivals/accept-offer.server';
import { applyToFestival } from '~/domain/festivals/apply-to-festival.server';
import { closeCall } from '~/domain/festivals/close-call.server';
import { decideApplication } from '~/domain/festivals/decide-application.server';
import { openCall } from '~/domain/festivals/open-call.server';
import { openFestival } from '~/domain/festivals/open-festival.server';
import { placeInBooth } from '~/domain/festivals/place-in-booth.server';
import { publishLineUp } from '~/domain/festivals/publish-line-up.server';
import { type Applicant, readApplicants } from '~/domain/festivals/read-applicants.server';
import { readComposition } from '~/domain/festivals/read-composition.server';
import { readFestival } from '~/domain/festivals/read-festival.server';
import { readOffers } from '~/domain/festivals/read-offers.server';
import { saveAnswers } from '~/domain/festivals/save-answers.server';
import { submitApplication } from '~/domain/festivals/submit-application.server';
import type { MerchantId } from '~/shared/ids';
import { drainOutbox } from '~/worker/run-worker.server';
import { type Cast, CITY, type FestivalScene, FIRST_DAY, goTo, mustHave, type Stage } from './stage';

const BOOTHS = 30;
const RESERVES = 3;

/** Scene 3: the festival opens its call. */
export async function openTheFestival(stage: Stage, cast: Cast): Promise<FestivalScene> {
  const now = goTo(stage, '2026-11-04', '09:00');
  const festivalId = await stage.app.inTransaction(async (tx) => {
    const id = mustHave(
      await openFestival(tx, {
        organisationId: cast.organisationId,
        template: 'three_days',
        name: 'Pesta Rasa Palembang',
        regionCode: CITY,
        place: 'Lapangan Contoh Tepi Musi',
        firstDay: FIRST_DAY,
        boothCount: BOOTHS,
        by: cast.organiserId,
        now,
      }),
    );
    mustHave(await openCall(tx, { festivalId: id, by: cast.organiserId, now }));
    return id;
  });
  return { ...cast, festivalId };
}

/** Scene 4: merchants apply in the days after, with the answers the call asks for. */
export async function apply(
  stage: Stage,
  { festivalId }: FestivalScene,
  merchants: readonly MerchantId[],
): Promise<void> {
  const now = goTo(stage, '2026-11-09', '19:30');
  const questions = await stage.app.db
    .selectFrom('festival_question')
    .select(['id', 'kind', 'choices'])
    .where('festival_id', '=', festivalId)
    .orderBy('position')
    .execute();
  await stage.app.inTransaction(async (tx) => {
    for (const merchantId of merchants) {
      const applicationId = mustHave(await applyToFestival(tx, { festivalId, merchantId, by: null, now }));
      const answers = Object.fromEntries(questions.map((question) => [question.id, answerTo(question, stage)]));
      mustHave(await saveAnswers(tx, { applicationId, answers, now }));
      mustHave(await submitApplication(tx, { applicationId, by: null, now }));
    }
  });
}

function answerTo({ kind, choices }: { kind: string; choices: string }, { dice }: Stage): string {
  if (kind === 'choice') return dice.pick(JSON.parse(choices) as string[]);
  if (kind === 'yes_no') return dice.pick(['yes', 'no']);
  if (kind === 'number') return String(2 + dice.below(4));
  return 'Siap dari pagi sampai malam.';
}

/** Scene 5: the organiser decides, places and announces everything at once. */
export async function compose(stage: Stage, { festivalId, organiserId }: FestivalScene): Promise<void> {
  const now = goTo(stage, '2026-11-20', '10:00');
  const { db, inTransaction } = stage.app;
  const festival = await readFestival(db, festivalId);
  if (festival?.state === 'open') {
    mustHave(await inTransaction((tx) => closeCall(tx, { festivalId, by: organiserId, now })));
  }
  const applicants = (await readApplicants(db, festivalId)).filter(({ state }) => state === 'complete');
  const { booths } = await readComposition(db, festivalId);
  await inTransaction(async (tx) => {
    for (const [at, applicant] of applicants.entries()) {
      const outcome = outcomeOf(at);
      const reason = outcome === 'not_chosen' ? 'Menu serupa sudah ada beberapa di susunan ini.' : null;
      mustHave(
        await decideApplication(tx, { applicationId: applicant.applicationId, outcome, reason, by: organiserId, now }),
      );
      const booth = booths[at];
      if (outcome === 'chosen' && booth) {
        mustHave(
          await placeInBooth(tx, { applicationId: applicant.applicationId, boothId: booth.id, by: organiserId, now }),
        );
      }
    }
  });
  await decideTheRest(stage, { festivalId, organiserId, now });
  mustHave(await inTransaction((tx) => publishLineUp(tx, { festivalId, emptyBooths: 'yes', by: organiserId, now })));
  await drainOutbox(stage.app);
}

function outcomeOf(at: number): 'chosen' | 'reserve' | 'not_chosen' {
  if (at < BOOTHS) return 'chosen';
  return at < BOOTHS + RESERVES ? 'reserve' : 'not_chosen';
}

async function decideTheRest(
  { app }: Stage,
  { festivalId, organiserId, now }: Pick<FestivalScene, 'festivalId' | 'organiserId'> & { now: number },
): Promise<void> {
  const undecided = (await readApplicants(app.db, festivalId)).filter((one: Applicant) => one.state === 'submitted');
  await app.inTransaction(async (tx) => {
    for (const { applicationId } of undecided) {
      const reason = 'Dokumen belum lengkap pada tanggal festival.';
      mustHave(await decideApplication(tx, { applicationId, outcome: 'not_chosen', reason, by: organiserId, now }));
    }
  });
}

/** Scene 6: all but one accept; the one offer expires by itself and passes to the waiting list, who accepts. */
export async function answerOffers(stage: Stage, { festivalId }: FestivalScene): Promise<void> {
  const now = goTo(stage, '2026-11-21', '20:00');
  const offers = await openOffers(stage, festivalId, now);
  const silent = offers.at(-1);
  await stage.app.inTransaction(async (tx) => {
    for (const { offerId, merchantId } of offers) {
      if (offerId !== silent?.offerId) mustHave(await acceptOffer(tx, { offerId, merchantId, by: null, now }));
    }
  });
  await drainOutbox(stage.app);
  goTo(stage, '2026-11-22', '10:01');
  await drainOutbox(stage.app);
  const later = goTo(stage, '2026-11-22', '18:00');
  const passedOn = await openOffers(stage, festivalId, later);
  await stage.app.inTransaction(async (tx) => {
    for (const { offerId, merchantId } of passedOn) {
      mustHave(await acceptOffer(tx, { offerId, merchantId, by: null, now: later }));
    }
  });
  await drainOutbox(stage.app);
}

async function openOffers({ app }: Stage, festivalId: FestivalScene['festivalId'], now: number) {
  return (await readOffers(app.db, { festivalId, now })).filter(({ outcome }) => outcome === 'open');
}
