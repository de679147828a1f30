import { BasketBarElement } from './basket-bar';
import { ImportProgressElement } from './import-progress';
import { KeepAnswersElement } from './keep-answers';

// Everything here is extra: each page works without this file. One external module, no inline script.
customElements.define('basket-bar', BasketBarElement);
customElements.define('keep-answers', KeepAnswersElement);
customElements.define('import-progress', ImportProgressElement);
