import { PasskeyAbleElement } from './passkey-able';
import { PasskeyNewElement } from './passkey-new';
import { PasskeySignInElement } from './passkey-sign-in';

// The door and the page that offers a passkey; no other page loads this. Each works without it, with the code.
customElements.define('passkey-able', PasskeyAbleElement);
customElements.define('passkey-sign-in', PasskeySignInElement);
customElements.define('passkey-new', PasskeyNewElement);
