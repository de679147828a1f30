import { get, type IncomingHttpHeaders } from 'node:http';

/** One open stream of live events, or the answer that came instead. */
export interface LiveReader {
  status: number;
  headers: IncomingHttpHeaders;
  /** What has come so far. */
  said: () => string;
  topics: () => string[];
  isOver: () => boolean;
  leave: () => void;
}

/** Asks for a stream on this machine and answers with its head; what follows is gathered. */
export function readLive(
  port: number,
  path: string,
  { session, headers = {} }: { session?: string | undefined; headers?: Record<string, string> } = {},
): Promise<LiveReader> {
  return new Promise((resolve, reject) => {
    const sent = {
      Host: `localhost:${port}`,
      Accept: 'text/event-stream',
      ...(session ? { Cookie: `sesi=${session}` } : {}),
      ...headers,
    };
    const request = get({ host: '127.0.0.1', port, path, headers: sent, agent: false }, (response) => {
      let text = '';
      let isOver = false;
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('error', () => undefined);
      response.on('close', () => {
        isOver = true;
      });
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        said: () => text,
        topics: () => [...text.matchAll(/"topic":"([^"]+)"/g)].map(([, topic = '']) => topic),
        isOver: () => isOver,
        leave: () => request.destroy(),
      });
    });
    request.on('error', reject);
  });
}
