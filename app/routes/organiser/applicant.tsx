import { ApplicantFacts } from '~/components/festival/applicant-facts';
import { DecisionForms } from '~/components/festival/decision-forms';
import { DecisionBadge } from '~/components/festival/decision-words';
import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { ApplicantPapers } from '~/components/paper/applicant-papers';
import { decisionForm } from '~/domain/festivals/application-form';
import { clearDecision, decideApplication } from '~/domain/festivals/decide-application.server';
import { readApplicantPapers } from '~/domain/festivals/read-applicant-papers.server';
import { readApplicant } from '~/domain/festivals/read-applicants.server';
import { readApplicationOf, readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { mayDo } from '~/domain/identity/rights';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { regionName } from '~/shared/regions';
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

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, visitor, own, now } = await requireOwn(args, 'organisation.view', readOrganiserFestival);
  const { festival } = own;
  const applicationId = await readApplicationOf(app.db, { festival, applicationId: args.params.applicationId });
  const applicant = applicationId && (await readApplicant(app.db, { festivalId: festival.id, applicationId, now }));
  if (!applicant) throw answerNotFound();
  const papers = await readApplicantPapers(app.db, { festival, applicationId });
  const mayOpen = mayDo(visitor.memberships, 'organisation.run', own.organisation.id);
  const form = `/penyelenggara/${own.organisation.id}/festival/${festival.id}/pendaftar/${applicationId}`;
  return {
    ...own,
    applicant,
    papers,
    mayOpen,
    kept: showKeptForm(args, person.id),
    keptReturn: showKeptForm(args, person.id, `${form}/kembalikan`),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival).catch(
    keepingTyped(args),
  );
  const { organisation, festival } = own;
  const applicationId = await readApplicationOf(app.db, { festival, applicationId: args.params.applicationId });
  if (!applicationId) throw answerNotFound();
  const form = await parseForm(args.request, decisionForm);
  if (!form.ok) return formResponse(form);
  const { outcome, reason } = form.value;
  const order = { applicationId, by: person.id, now };
  const decided = await app.inTransaction((tx) =>
    outcome === 'undecided' ? clearDecision(tx, order) : decideApplication(tx, { ...order, outcome, reason }),
  );
  if (!decided.ok) return refusalResponse(decided.refusal, language, { typed: form.typed });
  const to = `/penyelenggara/${organisation.id}/festival/${festival.id}/pendaftar/${applicationId}`;
  return redirectTo(to, language, keptFormDone(args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.applicant.stallName }];

export default function ApplicantPage() {
  const { organisation, festival, applicant, papers, mayOpen, kept, keptReturn } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const { common, festivals } = useWords();
  const base = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  return (
    <OrganiserPage
      title={applicant.stallName}
      lead={
        <span className="capital">
          {festivals.applicant.lead(
            festivals.categories[applicant.category ?? ''] ?? '',
            regionName(applicant.regionCode),
          )}
        </span>
      }
      organisation={organisation}
      festival={festival}
      current="applicants"
      back={{ href: `${base}/pendaftar`, label: common.backTo(festivals.applicants.title.toLowerCase()) }}
      actions={<DecisionBadge decision={applicant.decision} />}
    >
      <div className="stack">
        <Refused refusal={failed?.refusal ?? keptReturn?.refusal} />
        <div className="two-up">
          <ApplicantFacts applicant={applicant} answers={applicant.answers} />
          <DecisionForms
            applicant={applicant}
            state={festival.state}
            base={base}
            errors={failed?.errors}
            typed={failed?.typed}
            keptReturn={keptReturn?.typed}
          />
        </div>
        <ApplicantPapers
          papers={papers}
          days={{ from: festival.startsOn, to: festival.endsOn }}
          base={
            mayOpen
              ? `/penyelenggara/${organisation.id}/festival/${festival.id}/pendaftar/${applicant.applicationId}`
              : null
          }
        />
      </div>
    </OrganiserPage>
  );
}
