import { MoveRefused } from '~/components/composer/move-refused';
import { pickForm } from '~/domain/festivals/composer-form';
import { decideApplication } from '~/domain/festivals/decide-application.server';
import { readApplicationOf, readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { requireOwn } from '~/web/own.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  return own;
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const { organisation, festival } = own;
  const form = await parseForm(args.request, pickForm);
  if (!form.ok) return formResponse(form);
  const applicationId = await readApplicationOf(app.db, { festival, applicationId: form.value.applicationId });
  if (!applicationId) throw answerNotFound();
  const order = { applicationId, outcome: 'reserve' as const, by: person.id, now };
  const moved = await app.inTransaction((tx) => decideApplication(tx, order));
  if (!moved.ok) return refusalResponse(moved.refusal, language);
  return redirectTo(`/penyelenggara/${organisation.id}/festival/${festival.id}/susun#usaha`, language);
}

export default function ComposeReserve() {
  return <MoveRefused {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
