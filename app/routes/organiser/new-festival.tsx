import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { NumberField } from '~/components/ui/number-field';
import { SelectField } from '~/components/ui/select-field';
import { TextField } from '~/components/ui/text-field';
import { newFestivalForm } from '~/domain/festivals/festival-form';
import { openFestival } from '~/domain/festivals/open-festival.server';
import { readOrganisationName } from '~/domain/festivals/read-organiser-festival.server';
import { TEMPLATE_NAMES } from '~/domain/festivals/templates';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { REGIONS } from '~/shared/regions';
import { answerNotFound } from '~/web/answer.server';
import { keepingTyped, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { saveForm } from '~/web/save-form.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const id = parseId('org', args.params.organisationId);
  const organisation = id && (await readOrganisationName(app.db, id));
  if (!organisation) throw answerNotFound();
  return { title: wordsFor(language).festivals.make.title, organisation, kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const scopeId = args.params.organisationId ?? '';
  const asked = await requireRight(args, 'organisation.run', scopeId).catch(keepingTyped(args));
  const { person, now } = asked;
  const organisationId = parseId('org', args.params.organisationId);
  if (!organisationId) throw answerNotFound();
  return saveForm(args, asked, {
    schema: newFestivalForm,
    save: (tx, value) => openFestival(tx, { ...value, organisationId, by: person.id, now }),
    to: (festivalId) => `/penyelenggara/${organisationId}/festival/${festivalId}`,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewFestival() {
  const { organisation, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const { common, festivals } = useWords();
  const { make } = festivals;
  const back = {
    href: pathTo(`/penyelenggara/${organisation.id}`, useLanguage()),
    label: common.backTo(organisation.name),
  };
  return (
    <OrganiserPage title={make.title} lead={make.lead} organisation={organisation} back={back} width="narrow">
      <Refused refusal={failed?.refusal} />
      <Form errors={failed?.errors} typed={failed?.typed}>
        <ChoiceField
          name="template"
          label={make.template}
          value="three_days"
          choices={TEMPLATE_NAMES.map((value) => ({ value, ...make.templates[value] }))}
        />
        <TextField name="name" label={make.name} hint={make.nameHint} maxLength={80} autoComplete="off" />
        <SelectField
          name="regionCode"
          label={make.city}
          empty={make.cityEmpty}
          options={REGIONS.map(({ code, name, province }) => ({ value: code, label: `${name}, ${province}` }))}
        />
        <TextField name="place" label={make.place} hint={make.placeHint} maxLength={120} autoComplete="off" />
        <TextField name="firstDay" type="date" label={make.firstDay} />
        <NumberField name="boothCount" label={make.boothCount} value={30} />
        <Button variant="primary" wide>
          {make.submit}
        </Button>
      </Form>
    </OrganiserPage>
  );
}
