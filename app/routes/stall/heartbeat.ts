import { noteHeartbeat } from '~/domain/stalls/note-heartbeat.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** The script of an open board says every 15 seconds that it runs; from its first word on the stall can fall silent. */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, now } = await openBoard(args);
  await noteHeartbeat(app, { ...owner, from: 'script', now });
  return new Response(null, { status: 204 });
}
