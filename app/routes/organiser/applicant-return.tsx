import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { TextArea } from '~/components/ui/text-area';
import { whyForm } from '~/domain/festivals/festival-form';
import { readApplicant } from '~/domain/festivals/read-applicants.server';
import { readApplicationOf, readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { returnApplication } from '~/domain/festivals/return-application.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';

async function readAsked(args: LoaderFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival).catch(keepingTyped(args));
  const { festival } = asked.own;
  const applicationId = await readApplicationOf(asked.app.db, { festival, applicationId: args.params.applicationId });
  if (!applicationId) throw answerNotFound();
  return { ...asked, ...asked.own, applicationId };
}

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, organisation, festival, applicationId, now } = await readAsked(args);
  const applicant = await readApplicant(app.db, { festivalId: festival.id, applicationId, now });
  if (!applicant) throw answerNotFound();
  return { organisation, festival, applicationId, stallName: applicant.stallName, kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, organisation, festival, applicationId } = await readAsked(args);
  const form = await parseForm(args.request, whyForm);
  if (!form.ok) return formResponse(form);
  const returned = await app.inTransaction((tx) =>
    returnApplication(tx, { applicationId, why: form.value.why, by: person.id, now }),
  );
  if (!returned.ok) return refusalResponse(returned.refusal, language, { typed: form.typed });
  const to = `/penyelenggara/${organisation.id}/festival/${festival.id}/pendaftar/${applicationId}`;
  return redirectTo(to, language, keptFormDone(args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.stallName }];

export default function ReturnApplicant() {
  const { organisation, festival, applicationId, stallName, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const { common, festivals } = useWords();
  const href = pathTo(
    `/penyelenggara/${organisation.id}/festival/${festival.id}/pendaftar/${applicationId}`,
    useLanguage(),
  );
  const back = { href, label: common.backTo(stallName) };
  return (
    <OrganiserPage
      title={festivals.applicant.return}
      organisation={organisation}
      festival={festival}
      current="applicants"
      back={back}
      width="narrow"
    >
      <Refused refusal={failed?.refusal} back={back} />
      <Form errors={failed?.errors} typed={failed?.typed}>
        <TextArea
          name="why"
          label={festivals.applicant.returnWhy}
          hint={festivals.applicant.returnHint}
          maxLength={300}
        />
        <Button variant="primary">{festivals.applicant.return}</Button>
      </Form>
    </OrganiserPage>
  );
}
