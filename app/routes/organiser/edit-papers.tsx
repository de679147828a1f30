import { PaperFields } from '~/components/festival/paper-fields';
import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { papersForm } from '~/domain/festivals/call-form';
import { readCallTerms } from '~/domain/festivals/read-call.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { setDocumentNeeds } from '~/domain/festivals/set-document-needs.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

async function readAsked(args: LoaderFunctionArgs) {
  const asked = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const own = await readOrganiserFestival(asked.app.db, args.params);
  if (!own) throw answerNotFound();
  return { ...asked, ...own };
}

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, organisation, festival } = await readAsked(args);
  const terms = await readCallTerms(app.db, festival.id);
  return { title: wordsFor(language).festivals.papers.title, organisation, festival, terms };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, organisation, festival } = await readAsked(args);
  const form = await parseForm(args.request, papersForm);
  if (!form.ok) return formResponse(form);
  const order = { festivalId: festival.id, needs: form.value, by: person.id, now };
  const done = await app.inTransaction((tx) => setDocumentNeeds(tx, order));
  if (!done.ok) return refusalResponse(done.refusal, language, { typed: form.typed });
  return redirectTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, language);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditPapers() {
  const { organisation, festival, terms } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { common, festivals } = useWords();
  const href = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  return (
    <OrganiserPage
      title={festivals.papers.title}
      lead={festivals.papers.lead}
      organisation={organisation}
      festival={festival}
      back={{ href, label: common.backTo(festival.name) }}
      width="narrow"
    >
      <Refused refusal={failed?.refusal} />
      <Form errors={failed?.errors} typed={failed?.typed}>
        <PaperFields needs={terms.documents} />
        <Button variant="primary" wide>
          {common.save}
        </Button>
      </Form>
    </OrganiserPage>
  );
}
