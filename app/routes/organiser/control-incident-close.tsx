import { closeIncident } from '~/domain/festivals/close-incident.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { requireOwn } from '~/web/own.server';
import type { ActionFunctionArgs } from '~/web/remix';

/** Closes an incident. Somebody was faster: the room shows that it is gone. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const { organisation, festival } = own;
  const incidentId = parseId('inc', args.params.incidentId);
  if (!incidentId) throw answerNotFound();
  await app.inTransaction((tx) => closeIncident(tx, { festivalId: festival.id, incidentId, by: person.id, now }));
  return redirectTo(`/penyelenggara/${organisation.id}/festival/${festival.id}/kendali`, language);
}
