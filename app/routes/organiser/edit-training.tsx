import { EditPage } from '~/components/festival/edit-page';
import { TrainingRuleFields, TrainingRuleLine } from '~/components/festival/training-rule';
import { trainingRuleForm } from '~/domain/festivals/call-form';
import { readCallTerms } from '~/domain/festivals/read-call.server';
import { readFrozen } from '~/domain/festivals/read-frozen.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { setTrainingRule } from '~/domain/festivals/set-training-rule.server';
import { useWords, wordsFor } from '~/i18n';
import { showRefusal } from '~/web/answer.server';
import { keepingTyped, showKeptForm } from '~/web/kept-form.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { saveForm } from '~/web/save-form.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const { training } = await readCallTerms(app.db, own.festival.id);
  const frozen = await readFrozen(app.db, { festivalId: own.festival.id, part: 'trainingRule' });
  return {
    ...own,
    frozen: frozen && showRefusal(frozen, language),
    kept: showKeptForm(args, person.id),
    title: wordsFor(language).festivals.trainingRule.title,
    training,
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival).catch(keepingTyped(args));
  const { organisation, festival } = asked.own;
  const order = { festivalId: festival.id, by: asked.person.id, now: asked.now };
  return saveForm(args, asked, {
    schema: trainingRuleForm,
    save: (tx, rule) => setTrainingRule(tx, { ...order, rule }),
    to: `/penyelenggara/${organisation.id}/festival/${festival.id}`,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditTraining() {
  const { organisation, festival, training, frozen, kept } = useLoaderData<typeof loader>();
  const { trainingRule } = useWords().festivals;
  return (
    <EditPage
      title={trainingRule.title}
      lead={trainingRule.lead}
      organisation={organisation}
      festival={festival}
      failed={useShownForm<typeof action>(kept)}
      frozen={frozen}
      shown={
        <p>
          <TrainingRuleLine rule={training} />
        </p>
      }
    >
      <TrainingRuleFields rule={training} />
    </EditPage>
  );
}
