import { EditFields } from '~/components/festival/edit-fields';
import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { editFestival } from '~/domain/festivals/edit-festival.server';
import { editFestivalForm } from '~/domain/festivals/festival-form';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { instantOf } from '~/shared/time';
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
  const { language, organisation, festival } = await readAsked(args);
  return { title: wordsFor(language).festivals.edit.title, organisation, festival };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, organisation, festival } = await readAsked(args);
  const form = await parseForm(args.request, editFestivalForm);
  if (!form.ok) return formResponse(form);
  const { loadInDay, loadInClock, callClosesDay, callClosesClock, story, ...fields } = form.value;
  const edit = {
    ...fields,
    story: story || null,
    loadInAt: instantOf(loadInDay, loadInClock, festival.zone),
    callClosesAt: instantOf(callClosesDay, callClosesClock, festival.zone),
  };
  const edited = await app.inTransaction((tx) =>
    editFestival(tx, { festivalId: festival.id, ...edit, by: person.id, now }),
  );
  if (!edited.ok) return refusalResponse(edited.refusal, language, { typed: form.typed });
  return redirectTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, language);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditFestival() {
  const { organisation, festival } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { common, festivals } = useWords();
  const href = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  return (
    <OrganiserPage
      title={festivals.edit.title}
      lead={festivals.edit.lead}
      organisation={organisation}
      festival={festival}
      back={{ href, label: common.backTo(festival.name) }}
      width="narrow"
    >
      <Refused refusal={failed?.refusal} />
      <Form errors={failed?.errors} typed={failed?.typed}>
        <EditFields festival={festival} />
        <Button variant="primary" wide>
          {common.save}
        </Button>
      </Form>
    </OrganiserPage>
  );
}
