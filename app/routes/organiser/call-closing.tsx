import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { closeCall } from '~/domain/festivals/close-call.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const own = await readOrganiserFestival(app.db, args.params);
  if (!own) throw answerNotFound();
  return own;
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const own = await readOrganiserFestival(app.db, args.params);
  if (!own) throw answerNotFound();
  const closed = await app.inTransaction((tx) => closeCall(tx, { festivalId: own.festival.id, by: person.id, now }));
  if (!closed.ok) return refusalResponse(closed.refusal, language);
  return redirectTo(`/penyelenggara/${own.organisation.id}/festival/${own.festival.id}`, language);
}

export default function CallClosing() {
  const { organisation, festival } = useLoaderData<typeof loader>();
  const { common, festivals } = useWords();
  const href = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  return (
    <OrganiserPage title={festival.name} organisation={organisation} festival={festival} current="overview">
      <Refused
        refusal={useActionData<typeof action>()?.refusal}
        back={{ href: `${href}/ubah`, label: festivals.page.edit }}
      />
      <p>
        <a href={href}>{common.backTo(festival.name)}</a>
      </p>
    </OrganiserPage>
  );
}
