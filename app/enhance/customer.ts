import { BasketBarElement } from './basket-bar';
import { FoundListElement } from './found-list';
import { LiveOrderElement } from './live-order';
import { PushOfferElement } from './push-offer';
import { ReadyBoardElement } from './ready-board';
import { StallStockElement } from './stall-stock';

// Pages of visitors and customers: at most 6 kB gzip in all (test/http/bytes.test.ts). Each works without this file.
customElements.define('basket-bar', BasketBarElement);
customElements.define('found-list', FoundListElement);
customElements.define('live-order', LiveOrderElement);
customElements.define('push-offer', PushOfferElement);
customElements.define('ready-board', ReadyBoardElement);
customElements.define('stall-stock', StallStockElement);
