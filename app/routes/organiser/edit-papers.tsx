import { EditPage } from '~/components/festival/edit-page';
import { PaperFields } from '~/components/festival/paper-fields';
import { PaperNeeds } from '~/components/festival/paper-needs';
import { papersForm } from '~/domain/festivals/call-form';
import { readCallTerms } from '~/domain/festivals/read-call.server';
import { readFrozen } from '~/domain/festivals/read-frozen.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { setDocumentNeeds } from '~/domain/festivals/set-document-needs.server';
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
  const frozen = await readFrozen(app.db, { festivalId: own.festival.id, part: 'papers' });
  return {
    ...own,
    frozen: frozen && showRefusal(frozen, language),
    kept: showKeptForm(args, person.id),
    title: wordsFor(language).festivals.papers.title,
    terms,
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival).catch(keepingTyped(args));
  const { organisation, festival } = asked.own;
  const order = { festivalId: festival.id, by: asked.person.id, now: asked.now };
  return saveForm(args, asked, {
    schema: papersForm,
    save: (tx, needs) => setDocumentNeeds(tx, { ...order, needs }),
    to: `/penyelenggara/${organisation.id}/festival/${festival.id}`,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditPapers() {
  const { organisation, festival, terms, frozen, kept } = useLoaderData<typeof loader>();
  const { papers } = useWords().festivals;
  return (
    <EditPage
      title={papers.title}
      lead={papers.lead}
      organisation={organisation}
      festival={festival}
      failed={useShownForm<typeof action>(kept)}
      frozen={frozen}
      shown={<PaperNeeds needs={terms.documents} />}
    >
      <PaperFields needs={terms.documents} />
    </EditPage>
  );
}
