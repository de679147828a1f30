import { FestivalFacts } from '~/components/festival/festival-facts';
import { MoreActs } from '~/components/festival/more-acts';
import { NextStep } from '~/components/festival/next-step';
import { FestivalBadge } from '~/components/festival/state-badge';
import { StateHistory } from '~/components/festival/state-history';
import { StateTrack } from '~/components/festival/state-track';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { readApplicants } from '~/domain/festivals/read-applicants.server';
import { readCallTerms } from '~/domain/festivals/read-call.server';
import { readOffers } from '~/domain/festivals/read-offers.server';
import { readOrganiserFestival, readStateChanges } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { requireOwn } from '~/web/own.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { app, now, own } = await requireOwn(args, 'organisation.view', readOrganiserFestival);
  const { id: festivalId } = own.festival;
  const applicants = (await readApplicants(app.db, { festivalId, now })).filter(({ state }) => state !== 'withdrawn');
  const offers = await readOffers(app.db, { festivalId, now });
  const terms = await readCallTerms(app.db, festivalId);
  const decided = (outcome: string) => applicants.filter(({ decision }) => decision?.outcome === outcome).length;
  return {
    ...own,
    counts: {
      applicants: applicants.length,
      incomplete: applicants.filter(({ missing }) => missing.length > 0).length,
      undecided: applicants.filter(({ decision }) => decision === null).length,
      chosen: decided('chosen'),
      reserve: decided('reserve'),
      booths: terms.boothCount,
      accepted: offers.filter(({ outcome }) => outcome === 'accepted').length,
      open: offers.filter(({ outcome }) => outcome === 'open').length,
    },
    terms: { questions: terms.questions.length, papers: terms.documents.length, caps: terms.caps.length },
    changes: await readStateChanges(app.db, festivalId),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.festival.name }];

export default function FestivalOverview() {
  const { organisation, festival, counts, terms, changes } = useLoaderData<typeof loader>();
  const { page } = useWords().festivals;
  const language = useLanguage();
  const base = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, language);
  return (
    <OrganiserPage
      title={festival.name}
      organisation={organisation}
      festival={festival}
      current="overview"
      actions={<FestivalBadge state={festival.state} />}
    >
      <div className="stack">
        <StateTrack state={festival.state} />
        <NextStep festival={festival} counts={counts} base={base} />
        <div className="two-up">
          <Card title={page.facts}>
            <FestivalFacts festival={festival} forMerchants />
            <p className="ways">
              <a href={`${base}/ubah`}>{page.edit}</a>
            </p>
          </Card>
          <Card title={page.numbers}>
            <DefinitionList
              items={[
                { term: page.applicants, value: <a href={`${base}/pendaftar`}>{counts.applicants}</a> },
                { term: page.complete, value: counts.applicants - counts.incomplete },
                { term: page.chosen, value: counts.chosen },
                { term: page.reserve, value: counts.reserve },
                { term: page.booths, value: counts.booths },
                festival.publishedAt !== null && {
                  term: page.accepted,
                  value: <a href={`${base}/tawaran`}>{counts.accepted}</a>,
                },
              ]}
            />
          </Card>
          <Card title={page.call}>
            <p>{page.callText(terms.questions, terms.papers, terms.caps)}</p>
            <ul className="link-list">
              <li>
                <a href={`${base}/ubah/kuota`}>{page.editCaps}</a>
              </li>
              <li>
                <a href={`${base}/ubah/pelatihan`}>{page.editTraining}</a>
              </li>
              <li>
                <a href={`${base}/ubah/pertanyaan`}>{page.editQuestions}</a>
              </li>
              <li>
                <a href={`${base}/ubah/dokumen`}>{page.editPapers}</a>
              </li>
              <li>
                <a href={`${base}/ubah/denah`}>{page.editPlan}</a>
              </li>
            </ul>
          </Card>
          <MoreActs festival={festival} base={base} />
        </div>
        <StateHistory changes={changes} zone={festival.zone} />
      </div>
    </OrganiserPage>
  );
}
