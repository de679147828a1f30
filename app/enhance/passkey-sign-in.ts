import { browserSupportsPasskeys, startAuthentication } from '@simplewebauthn/browser';
import { PasskeyElement } from './passkey-element';

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** "Masuk dengan passkey", below the form that asks for a number. */
export class PasskeySignInElement extends PasskeyElement {
  protected isAble() {
    return browserSupportsPasskeys();
  }

  protected answer(options: unknown) {
    return startAuthentication({ optionsJSON: options as Options });
  }

  protected details() {
    return { lanjut: this.dataset.next ?? '' };
  }
}
