import { PublishSummary } from '~/components/composer/publish-summary';
import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { publishForm } from '~/domain/festivals/composer-form';
import { offerDeadline } from '~/domain/festivals/festival';
import { publishLineUp } from '~/domain/festivals/publish-line-up.server';
import { readComposition } from '~/domain/festivals/read-composition.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now, own } = await requireOwn(args, 'organisation.view', readOrganiserFestival);
  if (own.festival.publishedAt !== null)
    throw redirectTo(`/penyelenggara/${own.organisation.id}/festival/${own.festival.id}/tawaran`, language);
  const { booths, tray, reserve, notChosen, incomplete, caps } = await readComposition(app.db, {
    festivalId: own.festival.id,
    now,
  });
  const placed = booths.flatMap(({ stall }) => stall ?? []);
  const unplaced = tray.filter(({ decision }) => decision !== null).length;
  const { offerHours: hours, loadInAt } = own.festival;
  return {
    ...own,
    title: wordsFor(language).festivals.publish.title,
    summary: {
      chosen: placed.length + unplaced,
      reserve: reserve.length,
      notChosen: notChosen.length,
      empty: booths.length - placed.length,
      unplaced,
      undecided: incomplete.length + tray.length - unplaced,
      lapsed: [...placed, ...reserve].filter(({ missing }) => missing.length > 0).map(({ stallName }) => stallName),
      broken: caps.filter(({ standing }) => standing === 'broken'),
      deadline: offerDeadline({ now, hours, loadInAt }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const form = await parseForm(args.request, publishForm);
  const emptyBooths = form.ok ? form.value.emptyBooths : 'no';
  const order = { festivalId: own.festival.id, emptyBooths, by: person.id, now };
  const published = await app.inTransaction((tx) => publishLineUp(tx, order));
  if (!published.ok) return refusalResponse(published.refusal, language);
  return redirectTo(`/penyelenggara/${own.organisation.id}/festival/${own.festival.id}/tawaran`, language);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Publish() {
  const { organisation, festival, summary } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { publish } = useWords().festivals;
  const base = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  return (
    <OrganiserPage
      title={publish.title}
      lead={publish.lead}
      organisation={organisation}
      festival={festival}
      current="publish"
      width="narrow"
    >
      <div className="stack">
        <Refused refusal={failed?.refusal} />
        <PublishSummary festival={festival} summary={summary} base={base} />
      </div>
    </OrganiserPage>
  );
}
