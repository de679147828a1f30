/**
 * Pages that a phone keeps for the time without internet. Each is the same for everybody: it is fetched without the
 * session, so nothing of anybody can be in it. `public/sw.js` shows them where the network does not answer.
 */
const STORE = 'tanpa-internet';

/** Keeps these pages and the built files they need. One that is there from the same build is not fetched again. */
export async function keepShells(paths: readonly string[]): Promise<boolean> {
  // Only over https and on this machine itself; elsewhere there is no such store.
  if (!('caches' in window) || !('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
    const store = await caches.open(STORE);
    for (const path of paths) await keepOne(store, path);
    return true;
  } catch {
    // No network or no room: the next page tries again.
    return false;
  }
}

async function keepOne(store: Cache, path: string): Promise<void> {
  const kept = await store.match(path);
  if (kept && isOfThisBuild(await kept.text())) return;
  const answer = await fetch(path, { credentials: 'omit', cache: 'no-cache' });
  if (!answer.ok || answer.redirected) return;
  const files = builtFiles(await answer.clone().text());
  for (const file of files) if (!(await store.match(file))) await store.add(file);
  await store.put(path, answer);
}

function builtFiles(html: string): string[] {
  return [...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file))];
}

/** The file of elements has its content in its name, so a page that names the running one is of this build. */
function isOfThisBuild(html: string): boolean {
  const running = document.querySelector<HTMLScriptElement>('script[src^="/assets/"]')?.getAttribute('src');
  return running !== undefined && running !== null && builtFiles(html).includes(running);
}

/** Forgets the files of older builds: no page that is kept names them. */
export async function dropOldFiles(): Promise<void> {
  if (!('caches' in window)) return;
  const store = await caches.open(STORE);
  const named = new Set<string>();
  const requests = await store.keys();
  const isFile = ({ url }: Request) => new URL(url).pathname.startsWith('/assets/');
  for (const request of requests.filter((one) => !isFile(one))) {
    const page = await store.match(request);
    for (const file of builtFiles((await page?.text()) ?? '')) named.add(file);
  }
  for (const request of requests.filter(isFile)) {
    if (!named.has(new URL(request.url).pathname)) await store.delete(request);
  }
}
