import { courseOf, keepEvent, readEvents } from './kept-events';

/**
 * On a page that is shown where the course cannot be fetched: it is everybody's, and only its address says whose
 * business it is about. Its links lead on within that business, and what is read is noted.
 */
export class OfflineCourseElement extends HTMLElement {
  connectedCallback() {
    const base = courseOf(location.pathname);
    if (!base) return;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-lesson]')) {
      link.href = `${base}/${link.dataset.lesson}`.replace(/\/$/, '');
    }
    const { lesson, version } = this.dataset;
    if (lesson) noteReading(base, lesson, Number(version));
    // As soon as the server is there again, the true page takes this one's place; a quiz that is open is not taken away.
    const unsent = document.querySelector('unsent-events');
    if (!lesson) unsent?.addEventListener('sent', () => location.reload());
  }
}

/** Once, however often the page is reloaded before it can be sent. */
function noteReading(base: string, lesson: string, version: number): void {
  const isNoted = readEvents(base).some((event) => event.kind === 'lesson_opened' && event.lesson === lesson);
  if (!isNoted) keepEvent(base, { kind: 'lesson_opened', lesson, version });
}
