// Push: shows what came and opens the order it is about. No internet: shows a page that is the same for everybody. Keeps
// no answer by itself: such pages are put into the phone's store by app/enhance/kept-shells.ts, fetched without a session.
self.addEventListener('push', (event) => {
  const told = event.data?.json() ?? {};
  const shown = self.registration.showNotification(told.title ?? 'Pestarasa', {
    body: told.body ?? '',
    tag: told.tag,
    icon: '/favicon.svg',
    data: { path: told.path ?? '/' },
  });
  event.waitUntil(shown);
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const address = new URL(event.notification.data?.path ?? '/', self.location.origin);
  event.waitUntil(address.origin === self.location.origin ? open(address.href) : Promise.resolve());
});

async function open(address) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const same = windows.find((one) => one.url.split(/[?#]/)[0] === address);
  await (same ? same.focus() : self.clients.openWindow(address));
}

/** Pages of somebody, and the pages of nobody that are shown in their place without internet: the first that is kept. */
const SHELLS = [
  [/^\/papan\/[^/]+/, () => ['/papan-luring']],
  [/^\/belajar\/[^/]+$/, () => ['/belajar-luring']],
  // What is no lesson, or one that is not kept, leads to those that are.
  [/^\/belajar\/[^/]+\/([^/]+)/, (lesson) => [`/belajar-luring/${lesson}`, '/belajar-luring']],
];

function shellsOf(path) {
  const [, english = '', plain] = /^(\/en)?(\/.*)$/.exec(path) ?? [];
  for (const [pattern, shells] of SHELLS) {
    const found = pattern.exec(plain);
    if (found) return shells(found[1]).map((shell) => english + shell);
  }
  return null;
}

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin) return;
  const shells = event.request.mode === 'navigate' ? shellsOf(pathname) : null;
  if (shells) event.respondWith(fetch(event.request).catch(() => withoutInternet(event.request, pathname, shells)));
  // Built files have their content in their names, so a kept one is as good as a fetched one.
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(event.request));
});

async function withoutInternet(request, pathname, shells) {
  // "Buka pelajaran" is a form; its page is the lesson's.
  if (request.method === 'POST' && pathname.endsWith('/buka')) {
    return Response.redirect(pathname.slice(0, -'/buka'.length), 303);
  }
  if (request.method !== 'GET') return Response.error();
  for (const shell of shells) {
    const page = await caches.match(shell);
    if (page) return page;
  }
  return Response.error();
}

async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}
