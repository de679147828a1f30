import { dropOldFiles, keepShells } from '../kept-shells';

/** Keeps the lessons on this phone, so that they can be read and answered without internet; says when they are. */
export class KeptCourseElement extends HTMLElement {
  connectedCallback() {
    void this.keep();
  }

  private async keep() {
    const paths = (this.dataset.paths ?? '').split(' ').filter(Boolean);
    // Whoever saves data gets what she opens, not the whole course.
    const savesData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
    const kept = await keepShells(savesData ? paths.slice(0, 1) : paths);
    if (kept && !savesData) this.hidden = false;
    if (kept) await dropOldFiles();
  }
}
