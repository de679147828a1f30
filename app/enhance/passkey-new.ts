import { platformAuthenticatorIsAvailable, startRegistration } from '@simplewebauthn/browser';
import { PasskeyElement } from './passkey-element';

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** "Buat passkey", with the name she gives it. */
export class PasskeyNewElement extends PasskeyElement {
  protected isAble() {
    return platformAuthenticatorIsAvailable();
  }

  protected answer(options: unknown) {
    return startRegistration({ optionsJSON: options as Options });
  }

  protected details() {
    return { lanjut: this.dataset.next ?? '', name: this.querySelector('input')?.value ?? '' };
  }
}
