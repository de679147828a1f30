import { lineTo } from './board-line';
import { readLastQueue, readPage } from './kept-pages';

/**
 * What a phone shows where its board cannot be fetched: the page as this phone saw it last, with everything that works
 * without internet. Once the server answers again the true page takes its place.
 */
export class OfflineBoardElement extends HTMLElement {
  connectedCallback() {
    const page = readPage(location.pathname) ?? readLastQueue();
    const shell = document.querySelector('.shell');
    const body = shell?.querySelector('.shell-body');
    if (!page || !shell || !body) return;
    const kept = new DOMParser().parseFromString(page.html, 'text/html').body;
    for (const link of kept.querySelectorAll<HTMLElement>('board-link')) link.dataset.kept = '';
    const { base = '', stall = '' } = kept.querySelector<HTMLElement>('board-link')?.dataset ?? {};
    document.title = page.title;
    shell.classList.toggle('shell-with-nav', kept.querySelector('.side-nav') !== null);
    body.replaceChildren(...[...kept.childNodes].map((node) => document.importNode(node, true)));
    // The board's own elements have opened the line by now; it says when the server is back.
    const line = lineTo(base, stall);
    // What was tapped here goes first, so that the true page knows of it.
    line.addEventListener('queue', () => line.unsent().length === 0 && location.replace(page.path));
  }
}
