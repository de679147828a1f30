import { EditPage } from '~/components/festival/edit-page';
import { PlanFields, PlanSize } from '~/components/festival/plan-fields';
import { arrangePlan } from '~/domain/festivals/arrange-plan.server';
import { planForm } from '~/domain/festivals/festival-form';
import { readCallTerms } from '~/domain/festivals/read-call.server';
import { readFrozen } from '~/domain/festivals/read-frozen.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
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
  const terms = await readCallTerms(app.db, own.festival.id);
  const frozen = await readFrozen(app.db, { festivalId: own.festival.id, part: 'booths' });
  return {
    ...own,
    frozen: frozen && showRefusal(frozen, language),
    kept: showKeptForm(args, person.id),
    title: wordsFor(language).festivals.plan.title,
    terms,
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival).catch(keepingTyped(args));
  const { organisation, festival } = asked.own;
  const order = { festivalId: festival.id, by: asked.person.id, now: asked.now };
  return saveForm(args, asked, {
    schema: planForm,
    save: (tx, plan) => arrangePlan(tx, { ...order, ...plan }),
    to: `/penyelenggara/${organisation.id}/festival/${festival.id}`,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditPlan() {
  const { organisation, festival, terms, frozen, kept } = useLoaderData<typeof loader>();
  const { plan } = useWords().festivals;
  return (
    <EditPage
      title={plan.title}
      lead={plan.lead}
      organisation={organisation}
      festival={festival}
      failed={useShownForm<typeof action>(kept)}
      frozen={frozen}
      shown={<PlanSize boothCount={terms.boothCount} columns={festival.planColumns} />}
      submit={plan.submit}
    >
      <PlanFields boothCount={terms.boothCount} columns={festival.planColumns} />
    </EditPage>
  );
}
