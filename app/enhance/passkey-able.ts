import { platformAuthenticatorIsAvailable } from '@simplewebauthn/browser';

/** Tells the form around it that this device could keep a passkey, so that one is offered only where it can be made. */
export class PasskeyAbleElement extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('input');
    if (!field) return;
    platformAuthenticatorIsAvailable().then(
      (isAvailable) => {
        field.value = isAvailable ? 'bisa' : '';
      },
      () => undefined,
    );
  }
}
