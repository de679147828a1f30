import { expect, it } from 'vitest';
import { readPushEndpoint } from './push-endpoint';

it.each([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
  'https://wns2-by3p.notify.windows.com/w/?token=BQYAAA',
  'https://web.push.apple.com/QOjyq',
])('a browser’s push service is known: %s', (endpoint) => {
  expect(readPushEndpoint(endpoint)).toBe(endpoint);
});

it.each([
  ['plain http', 'http://fcm.googleapis.com/fcm/send/abc'],
  ['an address in our own network', 'https://10.0.0.5/'],
  ['a number that is an address', 'https://2130706433/'],
  ['IPv6', 'https://[::1]/'],
  ['this machine', 'https://localhost/'],
  ['the cloud’s own door', 'https://169.254.169.254/latest/meta-data'],
  ['another port', 'https://fcm.googleapis.com:8443/x'],
  ['a name and password', 'https://user:secret@fcm.googleapis.com/x'],
  ['a name that only begins like one', 'https://fcm.googleapis.com.evil.test/x'],
  ['a name that only ends like one', 'https://evilpush.apple.com.test/x'],
  ['a name without the dot', 'https://evilnotify.windows.com/x'],
  ['any other server', 'https://example.com/'],
  ['a file', 'file:///etc/passwd'],
  ['no address', 'x'],
  ['too long', `https://fcm.googleapis.com/${'x'.repeat(800)}`],
])('not sent to: %s', (_, endpoint) => {
  expect(readPushEndpoint(endpoint)).toBeNull();
});
