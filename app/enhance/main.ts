import { BasketBarElement } from './basket-bar';

// Everything here is extra: each page works without this file. One external module, no inline script.
customElements.define('basket-bar', BasketBarElement);
