import { BoardLinkElement } from './board/board-link';
import { CounterSaleElement } from './board/counter-sale';
import { forgetPages } from './board/kept-pages';
import { OfflineBoardElement } from './board/offline-board';
import { StallBoardElement } from './board/stall-board';
import { StockTapsElement } from './board/stock-taps';
import { ComposeBoardElement } from './compose-board';
import { ImportProgressElement } from './import-progress';
import { KeepAnswersElement } from './keep-answers';
import { KeptCourseElement } from './learning/kept-course';
import { LessonQuizElement } from './learning/lesson-quiz';
import { OfflineCourseElement } from './learning/offline-course';
import { UnsentEventsElement } from './learning/unsent-events';
import { LivePageElement } from './live-page';
import { PrintButtonElement } from './print-button';
import { ReviewKeysElement } from './review-keys';
import { forgetUnsent } from './unsent-answers';

// Pages of stalls, merchants, organisers and operators. Each works without this file.
customElements.define('keep-answers', KeepAnswersElement);
customElements.define('import-progress', ImportProgressElement);
customElements.define('live-control', class extends LivePageElement {});
customElements.define('print-button', PrintButtonElement);
customElements.define('review-keys', ReviewKeysElement);
customElements.define('compose-board', ComposeBoardElement);
// The line first: the other parts of a board speak through it.
customElements.define('board-link', BoardLinkElement);
customElements.define('stall-board', StallBoardElement);
customElements.define('counter-sale', CounterSaleElement);
customElements.define('stock-taps', StockTapsElement);
customElements.define('offline-board', OfflineBoardElement);
// What a phone has not sent comes first: the quiz sends through it.
customElements.define('unsent-events', UnsentEventsElement);
customElements.define('offline-course', OfflineCourseElement);
customElements.define('lesson-quiz', LessonQuizElement);
customElements.define('kept-course', KeptCourseElement);

// Whoever signs out leaves nothing behind on this phone.
document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement && target.action.endsWith('/keluar'))) return;
  forgetPages();
  forgetUnsent();
});
