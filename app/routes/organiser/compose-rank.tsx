import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { ButtonLink } from '~/components/ui/button';
import { rankForm } from '~/domain/festivals/composer-form';
import { rankReserve } from '~/domain/festivals/rank-reserve.server';
import { readApplicationOf, readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

async function readAsked(args: LoaderFunctionArgs) {
  const asked = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const own = await readOrganiserFestival(asked.app.db, args.params);
  if (!own) throw answerNotFound();
  return { ...asked, ...own };
}

export async function loader(args: LoaderFunctionArgs) {
  const { organisation, festival } = await readAsked(args);
  return { organisation, festival };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, organisation, festival } = await readAsked(args);
  const form = await parseForm(args.request, rankForm);
  if (!form.ok) return formResponse(form);
  const applicationId = await readApplicationOf(app.db, { festival, applicationId: form.value.applicationId });
  if (!applicationId) throw answerNotFound();
  const order = { applicationId, direction: form.value.direction, by: person.id, now };
  const moved = await app.inTransaction((tx) => rankReserve(tx, order));
  if (!moved.ok) return refusalResponse(moved.refusal, language);
  return redirectTo(`/penyelenggara/${organisation.id}/festival/${festival.id}/susun#${applicationId}`, language);
}

/** Only seen when the move was refused: the board itself has moved on. */
export default function ComposeRank() {
  const { organisation, festival } = useLoaderData<typeof loader>();
  const { compose } = useWords().festivals;
  const href = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}/susun`, useLanguage());
  return (
    <OrganiserPage title={compose.title} organisation={organisation} festival={festival} current="compose">
      <div className="stack">
        <Refused refusal={useActionData<typeof action>()?.refusal} />
        <ButtonLink href={href} variant="primary">
          {compose.title}
        </ButtonLink>
      </div>
    </OrganiserPage>
  );
}
