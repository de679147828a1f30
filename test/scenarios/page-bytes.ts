import { request } from 'node:http';

/** What a phone that comes for the first time loads for one page, in bytes as sent: brotli, AVIF. */
export interface PageBytes {
  html: number;
  css: number;
  js: number;
  pictures: number;
  /** Files beside the page. */
  requests: number;
}

/** Loads a page with all it names, as Chromium on a phone asks for it. `session`: the secret of who is signed in. */
export async function weighPage(origin: string, path: string, cookie = ''): Promise<PageBytes> {
  const page = await load(origin + path, { Cookie: cookie, 'Accept-Encoding': 'br' });
  if (page.status !== 200) throw new Error(`${path} answers ${page.status}`);
  const text = (await load(origin + path, { Cookie: cookie })).bytes.toString('utf8');
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, address = '']) => address))];
  const css = named(/<link[^>]* rel="stylesheet" href="([^"]+)"/g);
  const js = named(/<script[^>]* src="([^"]+)"/g);
  const pictures = named(/<img[^>]* src="([^"]+)"/g);
  return {
    html: page.bytes.length,
    css: await weigh(origin, css),
    js: await weigh(origin, js),
    pictures: await weigh(origin, pictures),
    requests: css.length + js.length + pictures.length,
  };
}

async function weigh(origin: string, addresses: string[]): Promise<number> {
  let sum = 0;
  for (const address of addresses) {
    const headers = { 'Accept-Encoding': 'br', Accept: 'image/avif,image/webp,*/*' };
    const { status, bytes } = await load(origin + address, headers);
    if (status !== 200) throw new Error(`${address} answers ${status}`);
    sum += bytes.length;
  }
  return sum;
}

/** Bytes as they come over the wire, packed or not. */
function load(address: string, headers: Record<string, string>): Promise<{ status: number; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes: Buffer.concat(chunks) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}
