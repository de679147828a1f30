// Draws the pages of one PDF and ends. Runs in a thread of its own (pdf-pages.server.ts): a hostile file can cost its
// thread, never the process. PDFium is built without scripts and forms of XFA; nothing but pixels leaves.
import { parentPort, workerData } from 'node:worker_threads';

const MEMORY_MAX = 256 * 1024 * 1024;
const PAGE_BYTES = 65_536;
const { library, bytes, pagesMax, side } = workerData;

// WebAssembly's memory lies outside the limits of a thread, so its growth is bounded here.
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * PAGE_BYTES > MEMORY_MAX) throw new RangeError('this file asks for too much');
  return grow.call(this, pages);
};

async function draw() {
  const { PDFiumLibrary } = await import(library);
  const pdfium = await PDFiumLibrary.init();
  let pdf;
  try {
    pdf = await pdfium.loadDocument(bytes);
  } catch (error) {
    return { trouble: /password|security/i.test(error.message) ? 'locked' : 'unreadable' };
  }
  const count = pdf.getPageCount();
  if (count > pagesMax) return { trouble: 'too_many', count };
  const pages = [];
  for (const page of pdf.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const [short, long] = [originalWidth, originalHeight].sort((a, b) => a - b);
    // A strip one point high would still be drawn at full length.
    if (!(short >= 20) || !(long <= short * 20)) return { trouble: 'unreadable' };
    const { width, height, data } = await page.render({ scale: side / long, render: 'bitmap' });
    pages.push({ width, height, data });
  }
  return pages.length > 0 ? { pages } : { trouble: 'unreadable' };
}

draw().then(
  (drawn) => parentPort.postMessage(drawn),
  () => parentPort.postMessage({ trouble: 'unreadable' }),
);
