import { BoardPresenceElement } from './board-presence';
import { ComposeBoardElement } from './compose-board';
import { CounterSaleElement } from './counter-sale';
import { ImportProgressElement } from './import-progress';
import { KeepAnswersElement } from './keep-answers';
import { LivePageElement } from './live-page';
import { PrintButtonElement } from './print-button';
import { StallBoardElement } from './stall-board';

// Pages of stalls, merchants, organisers and operators. Each works without this file.
customElements.define('keep-answers', KeepAnswersElement);
customElements.define('import-progress', ImportProgressElement);
customElements.define('stall-board', StallBoardElement);
customElements.define('board-presence', BoardPresenceElement);
customElements.define('counter-sale', CounterSaleElement);
customElements.define('live-control', class extends LivePageElement {});
customElements.define('print-button', PrintButtonElement);
customElements.define('compose-board', ComposeBoardElement);
