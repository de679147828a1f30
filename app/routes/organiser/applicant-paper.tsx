import { OrganiserPage } from '~/components/layout/organiser-page';
import { FestivalStanding } from '~/components/paper/paper-facts';
import { PaperToCheck } from '~/components/paper/paper-to-check';
import { readApplicantPaper } from '~/domain/festivals/read-applicant-papers.server';
import { readApplicationOf, readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { checkDocument } from '~/domain/merchants/check-document.server';
import { checkForm } from '~/domain/merchants/document-form';
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
  const { festival, organisation } = asked.own;
  const applicationId = await readApplicationOf(asked.app.db, { festival, applicationId: args.params.applicationId });
  const { kind } = args.params;
  const found = applicationId && (await readApplicantPaper(asked.app.db, { festival, applicationId, kind }));
  if (!found) throw answerNotFound();
  const base = `/penyelenggara/${organisation.id}/festival/${festival.id}/pendaftar/${applicationId}`;
  return { ...asked, organisation, festival, base, found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, organisation, festival, base, found } = await readAsked(args);
  return { organisation, festival, base, found, kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, organisation, festival, base, found } = await readAsked(args);
  const form = await parseForm(args.request, checkForm);
  if (!form.ok) return formResponse(form);
  const { level = 'festival', ...result } = form.value;
  const { merchantId, paper } = found;
  const scopeId = level === 'festival' ? festival.id : organisation.id;
  const order = { merchantId, kind: paper.kind, level, scopeId, by: person.id, now };
  const checked = await app.inTransaction((tx) =>
    checkDocument(tx, { ...order, ...result, secrets: app.ports.secrets }),
  );
  if (!checked.ok) return refusalResponse(checked.refusal, language, { typed: form.typed });
  return redirectTo(base, language, keptFormDone(args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.found.stallName }];

export default function ApplicantPaperPage() {
  const { organisation, festival, base, found, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const { common, merchants } = useWords();
  const { paper, stallName, standing } = found;
  return (
    <OrganiserPage
      title={merchants.documentKinds[paper.kind] ?? paper.kind}
      lead={stallName}
      organisation={organisation}
      festival={festival}
      current="applicants"
      back={{ href: pathTo(base, useLanguage()), label: common.backTo(stallName) }}
      actions={<FestivalStanding standing={standing} />}
    >
      <PaperToCheck
        paper={paper}
        base={`${base}/dokumen/${paper.kind}`}
        levels={['festival', 'organiser']}
        failed={failed}
      />
    </OrganiserPage>
  );
}
