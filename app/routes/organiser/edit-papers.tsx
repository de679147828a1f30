import { EditPage } from '~/components/festival/edit-page';
import { PaperFields } from '~/components/festival/paper-fields';
import { papersForm } from '~/domain/festivals/call-form';
import { readCallTerms } from '~/domain/festivals/read-call.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { setDocumentNeeds } from '~/domain/festivals/set-document-needs.server';
import { useWords, wordsFor } from '~/i18n';
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
  const terms = await readCallTerms(app.db, own.festival.id);
  return { ...own, title: wordsFor(language).festivals.papers.title, terms };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const { organisation, festival } = asked.own;
  const order = { festivalId: festival.id, by: asked.person.id, now: asked.now };
  return saveForm(args.request, asked, {
    schema: papersForm,
    save: (tx, needs) => setDocumentNeeds(tx, { ...order, needs }),
    to: `/penyelenggara/${organisation.id}/festival/${festival.id}`,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditPapers() {
  const { organisation, festival, terms } = useLoaderData<typeof loader>();
  const { papers } = useWords().festivals;
  return (
    <EditPage
      title={papers.title}
      lead={papers.lead}
      organisation={organisation}
      festival={festival}
      failed={useActionData<typeof action>()}
    >
      <PaperFields needs={terms.documents} />
    </EditPage>
  );
}
