import type { passkeys as source } from '../id/passkeys';

/** Signing in without a code. */
export const passkeys: typeof source = {
  title: 'Passkeys',
  signIn: 'Sign in with a passkey',
  offerTitle: 'No code next time?',
  offerLead:
    'With a passkey you sign in by fingerprint, face or the screen lock of this phone. The code keeps working.',
  name: 'Name of the passkey',
  nameHint: 'So that you know it in the list',
  make: 'Make a passkey',
  later: 'Not now',
  cannot: 'The browser on this device cannot make a passkey yet. You still sign in with a code.',
  full: (most) => `At most ${most} passkeys. Remove one that is not used first.`,
  cancelled: 'Not done. Press the button again, or use a code.',
  failed: 'No internet. Try again in a moment.',
  none: 'None yet. With a passkey you sign in without waiting for a code.',
  add: 'Add a passkey',
  unnamed: 'Passkey',
  lastUsed: 'Last used',
  neverUsed: 'never',
  made: 'Made',
  remove: 'Remove passkey',
  removeHelp: 'Other devices that came in with it are signed out too. The code to your mobile number always works.',
  how: 'Signed in with',
  openings: { code: 'a code', passkey: 'a passkey', link: 'a link', pin: 'a PIN' },
};
