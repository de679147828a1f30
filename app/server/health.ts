import type { IncomingMessage, ServerResponse } from 'node:http';
import { sql } from 'kysely';
import type { AppContext } from '~/platform/app-context';

/** `/health` is asked by machines that do not know the site's name, so it ignores Host. */
export function isHealth(request: IncomingMessage): boolean {
  return request.url === '/health' && (request.method === 'GET' || request.method === 'HEAD');
}

/** 200 when the database answers, 503 when it does not. Says nothing else. */
export async function sendHealth(app: AppContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let healthy = true;
  try {
    await sql`select 1`.execute(app.db);
  } catch (error) {
    healthy = false;
    app.logger.error({ err: error }, 'health: the database does not answer');
  }
  response.writeHead(healthy ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify({ status: healthy ? 'ok' : 'database' }));
}
