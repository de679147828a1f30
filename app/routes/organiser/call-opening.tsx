import { CallRefused } from '~/components/festival/call-refused';
import { openCall } from '~/domain/festivals/open-call.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import { requireOwn } from '~/web/own.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  return own;
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const opened = await app.inTransaction((tx) => openCall(tx, { festivalId: own.festival.id, by: person.id, now }));
  if (!opened.ok) return refusalResponse(opened.refusal, language);
  return redirectTo(`/penyelenggara/${own.organisation.id}/festival/${own.festival.id}`, language);
}

export default function CallOpening() {
  return <CallRefused {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
