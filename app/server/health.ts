import type { IncomingMessage, ServerResponse } from 'node:http';
import { sql } from 'kysely';
import type { AppContext } from '~/platform/app-context';

/** `/health` is asked by machines that do not know the site's name, so it ignores Host. */
export function isHealth(request: IncomingMessage): boolean {
  return request.url === '/health' && (request.method === 'GET' || request.method === 'HEAD');
}

/** 200 when the database answers, 503 when it does not or the process is about to end. Says nothing else. */
export async function sendHealth(
  app: AppContext,
  request: IncomingMessage,
  response: ServerResponse,
  { isStopping }: { isStopping: boolean },
): Promise<void> {
  let healthy = true;
  try {
    await sql`select 1`.execute(app.db);
  } catch (error) {
    healthy = false;
    app.logger.error({ err: error }, 'health: the database does not answer');
  }
  const status = isStopping ? 'stopping' : healthy ? 'ok' : 'database';
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  response.writeHead(status === 'ok' ? 200 : 503, headers);
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify({ status }));
}
