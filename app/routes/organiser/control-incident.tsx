import { EditPage } from '~/components/festival/edit-page';
import { BoothField, useControlBack } from '~/components/live/booth-field';
import { ChoiceField } from '~/components/ui/choice-field';
import { TextField } from '~/components/ui/text-field';
import { INCIDENT_KINDS, INCIDENT_SEVERITIES, INCIDENT_TEXT_MAX, incidentForm } from '~/domain/festivals/incident';
import { readLineUpBooths } from '~/domain/festivals/read-line-up-booths.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { reportIncident } from '~/domain/festivals/report-incident.server';
import { useWords, wordsFor } from '~/i18n';
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
  const booths = await readLineUpBooths(app.db, own.festival.id);
  return { ...own, title: wordsFor(language).live.control.incident.title, booths, kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival).catch(keepingTyped(args));
  const { organisation, festival } = asked.own;
  const where = { festivalId: festival.id, by: asked.person.id, now: asked.now };
  return saveForm(args, asked, {
    schema: incidentForm,
    save: (tx, { booth: participationId, ...what }) => reportIncident(tx, { ...where, participationId, ...what }),
    to: `/penyelenggara/${organisation.id}/festival/${festival.id}/kendali`,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ControlIncident() {
  const { title, organisation, festival, booths, kept } = useLoaderData<typeof loader>();
  const words = useWords().live.control;
  return (
    <EditPage
      title={title}
      organisation={organisation}
      festival={festival}
      failed={useShownForm<typeof action>(kept)}
      back={useControlBack(organisation.id, festival.id)}
      submit={words.incident.submit}
    >
      <ChoiceField
        name="kind"
        label={words.incident.kind}
        choices={INCIDENT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <BoothField booths={booths} label={words.incident.booth} all={words.elsewhere} />
      <ChoiceField
        name="severity"
        label={words.incident.severity}
        choices={INCIDENT_SEVERITIES.map((value) => ({
          value,
          label: words.severities[value],
          note: words.severityNotes[value],
        }))}
      />
      <TextField name="text" label={words.incident.text} maxLength={INCIDENT_TEXT_MAX} optional />
    </EditPage>
  );
}
