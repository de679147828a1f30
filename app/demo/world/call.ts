import { applyToFestival } from '~/domain/festivals/apply-to-festival.server';
import { editFestival } from '~/domain/festivals/edit-festival.server';
import { openCall } from '~/domain/festivals/open-call.server';
import { openFestival } from '~/domain/festivals/open-festival.server';
import { readFestival } from '~/domain/festivals/read-festival.server';
import { saveAnswers } from '~/domain/festivals/save-answers.server';
import { setDocumentNeeds } from '~/domain/festivals/set-document-needs.server';
import { setTrainingRule } from '~/domain/festivals/set-training-rule.server';
import { submitApplication } from '~/domain/festivals/submit-application.server';
import type { TemplateName } from '~/domain/festivals/templates';
import type { TrainingRule } from '~/domain/festivals/training-rule';
import type { FestivalId } from '~/shared/ids';
import type { Owned } from './owners';
import { type Cast, type FestivalScene, inGroups, mustHave, type Stage } from './stage';

export interface Plan {
  template: TemplateName;
  name: string;
  place: string;
  story: string;
  regionCode: string;
  firstDay: string;
  boothCount: number;
  /** Hours other than the template's. */
  hours?: { opens: string; closes: string };
  /** Papers other than the template's. */
  documents?: Parameters<typeof setDocumentNeeds>[1]['needs'];
  /** How finished lessons count; left out = not at all. */
  training?: TrainingRule;
}

/** A festival from its template, with its own words, opens its call. */
export async function openTheFestival({ app }: Stage, cast: Cast, plan: Plan): Promise<FestivalScene> {
  const now = app.clock.now();
  const by = cast.organiserId;
  const { organisationId } = cast;
  const festivalId = await app.inTransaction(async (tx) =>
    mustHave(await openFestival(tx, { ...plan, organisationId, by, now })),
  );
  await sayMore(app, { festivalId, plan, by, now });
  await app.inTransaction(async (tx) => mustHave(await openCall(tx, { festivalId, by, now })));
  return { ...cast, festivalId };
}

async function sayMore(
  app: Stage['app'],
  { festivalId, plan, by, now }: { festivalId: FestivalId; plan: Plan; by: Cast['organiserId']; now: number },
): Promise<void> {
  const made = await readFestival(app.db, festivalId);
  if (!made) throw new Error('a festival vanished');
  const { name, place, loadInAt, callClosesAt, offerHours } = made;
  const hours = plan.hours ?? { opens: made.opens, closes: made.closes };
  await app.inTransaction(async (tx) => {
    const words = { name, place, story: plan.story, firstDay: made.startsOn, ...hours };
    mustHave(await editFestival(tx, { festivalId, ...words, loadInAt, callClosesAt, offerHours, by, now }));
    if (plan.training) mustHave(await setTrainingRule(tx, { festivalId, rule: plan.training, by, now }));
    if (plan.documents) mustHave(await setDocumentNeeds(tx, { festivalId, needs: plan.documents, by, now }));
  });
}

/** Merchants apply with the answers the call asks for. */
export async function apply(stage: Stage, { festivalId }: FestivalScene, owned: readonly Owned[]): Promise<void> {
  const now = stage.app.clock.now();
  const questions = await stage.app.db
    .selectFrom('festival_question')
    .select(['id', 'kind', 'choices'])
    .where('festival_id', '=', festivalId)
    .orderBy('position')
    .execute();
  await inGroups(stage.app, owned, async (tx, { merchantId, ownerId }, at) => {
    // A list of 370 that came in one second would be no list.
    const sent = now + at * 17_000;
    const applicationId = mustHave(await applyToFestival(tx, { festivalId, merchantId, by: ownerId, now: sent }));
    const answers = Object.fromEntries(questions.map((question) => [question.id, answerTo(question, stage)]));
    mustHave(await saveAnswers(tx, { applicationId, answers, now: sent }));
    mustHave(await submitApplication(tx, { applicationId, by: ownerId, now: sent }));
  });
}

function answerTo({ kind, choices }: { kind: string; choices: string }, { dice }: Stage): string {
  if (kind === 'choice') return dice.pick(JSON.parse(choices) as string[]);
  if (kind === 'yes_no') return dice.pick(['yes', 'no']);
  if (kind === 'number') return String(20 + 10 * dice.below(13));
  return 'Siap dari pagi sampai malam.';
}
