// For push alone: shows what came and opens the order it is about. Keeps no page and no answer.
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
