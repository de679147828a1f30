import { EditFields } from '~/components/festival/edit-fields';
import { EditPage } from '~/components/festival/edit-page';
import { FestivalFacts } from '~/components/festival/festival-facts';
import { editFestival } from '~/domain/festivals/edit-festival.server';
import { editFestivalForm } from '~/domain/festivals/festival-form';
import { readFrozen } from '~/domain/festivals/read-frozen.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useWords, wordsFor } from '~/i18n';
import { instantOf } from '~/shared/time';
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
  const frozen = await readFrozen(app.db, { festivalId: own.festival.id, part: 'dates' });
  return {
    ...own,
    frozen: frozen && showRefusal(frozen, language),
    kept: showKeptForm(args, person.id),
    title: wordsFor(language).festivals.edit.title,
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival).catch(keepingTyped(args));
  const { organisation, festival } = asked.own;
  return saveForm(args, asked, {
    schema: editFestivalForm,
    save: (tx, { loadInDay, loadInClock, callClosesDay, callClosesClock, story, ...fields }) =>
      editFestival(tx, {
        ...fields,
        festivalId: festival.id,
        story: story || null,
        loadInAt: instantOf(loadInDay, loadInClock, festival.zone),
        callClosesAt: instantOf(callClosesDay, callClosesClock, festival.zone),
        by: asked.person.id,
        now: asked.now,
      }),
    to: `/penyelenggara/${organisation.id}/festival/${festival.id}`,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditFestival() {
  const { organisation, festival, frozen, kept } = useLoaderData<typeof loader>();
  const { edit } = useWords().festivals;
  return (
    <EditPage
      title={edit.title}
      lead={edit.lead}
      organisation={organisation}
      festival={festival}
      failed={useShownForm<typeof action>(kept)}
      frozen={frozen}
      shown={<FestivalFacts festival={festival} forMerchants />}
    >
      <EditFields festival={festival} />
    </EditPage>
  );
}
