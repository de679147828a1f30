import { BasketBarElement } from './basket-bar';
import { BoardPresenceElement } from './board-presence';
import { ComposeBoardElement } from './compose-board';
import { CounterSaleElement } from './counter-sale';
import { ImportProgressElement } from './import-progress';
import { KeepAnswersElement } from './keep-answers';
import { LiveOrderElement } from './live-order';
import { PrintButtonElement } from './print-button';
import { ReadyBoardElement } from './ready-board';
import { StallBoardElement } from './stall-board';

// Everything here is extra: each page works without this file. One external module, no inline script.
customElements.define('basket-bar', BasketBarElement);
customElements.define('live-order', LiveOrderElement);
customElements.define('ready-board', ReadyBoardElement);
customElements.define('keep-answers', KeepAnswersElement);
customElements.define('import-progress', ImportProgressElement);
customElements.define('stall-board', StallBoardElement);
customElements.define('board-presence', BoardPresenceElement);
customElements.define('counter-sale', CounterSaleElement);
customElements.define('print-button', PrintButtonElement);
customElements.define('compose-board', ComposeBoardElement);
