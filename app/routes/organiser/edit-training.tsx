import { EditPage } from '~/components/festival/edit-page';
import { TrainingRuleFields, TrainingRuleLine } from '~/components/festival/training-rule';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Notice } from '~/components/ui/notice';
import { trainingRuleForm } from '~/domain/festivals/call-form';
import { readCallTerms } from '~/domain/festivals/read-call.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { setTrainingRule } from '~/domain/festivals/set-training-rule.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { saveForm } from '~/web/save-form.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const { training } = await readCallTerms(app.db, own.festival.id);
  return { ...own, title: wordsFor(language).festivals.trainingRule.title, training };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const { organisation, festival } = asked.own;
  const order = { festivalId: festival.id, by: asked.person.id, now: asked.now };
  return saveForm(args.request, asked, {
    schema: trainingRuleForm,
    save: (tx, rule) => setTrainingRule(tx, { ...order, rule }),
    to: `/penyelenggara/${organisation.id}/festival/${festival.id}`,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditTraining() {
  const { organisation, festival, training } = useLoaderData<typeof loader>();
  const { festivals, common } = useWords();
  const words = festivals.trainingRule;
  const language = useLanguage();
  const failed = useActionData<typeof action>();
  if (festival.state !== 'draft' && !failed) {
    const href = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, language);
    return (
      <OrganiserPage
        title={words.title}
        organisation={organisation}
        festival={festival}
        back={{ href, label: common.backTo(festival.name) }}
        width="narrow"
      >
        <div className="stack">
          <p>
            <TrainingRuleLine rule={training} />
          </p>
          <Notice>{words.frozen}</Notice>
        </div>
      </OrganiserPage>
    );
  }
  return (
    <EditPage title={words.title} lead={words.lead} organisation={organisation} festival={festival} failed={failed}>
      <TrainingRuleFields rule={training} />
    </EditPage>
  );
}
