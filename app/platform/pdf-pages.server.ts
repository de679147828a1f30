import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import source from './pdf-worker.mjs?raw';

/** How long the pages of one PDF may take, ms; an honest one of four pages takes less than one second. */
const PATIENCE = 15_000;

/** One page as pixels, RGBA. */
export interface DrawnPage {
  width: number;
  height: number;
  data: Uint8Array;
}

export type DrawnPdf =
  | { pages: DrawnPage[] }
  | { trouble: 'locked' | 'unreadable' }
  | { trouble: 'too_many'; count: number };

/** Draws a PDF's pages, the longer side `side` px, in a thread that is ended when it takes too long or asks for too much. */
export function drawPdf(
  bytes: Uint8Array,
  { pagesMax, side, patience = PATIENCE }: { pagesMax: number; side: number; patience?: number },
): Promise<DrawnPdf> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('@hyzyla/pdfium')).href;
  // The text of the thread rides in the address: the build is one file, and a thread cannot begin inside it.
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
    workerData: { library, bytes, pagesMax, side },
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const end = (drawn: DrawnPdf) => {
      clearTimeout(timer);
      resolve(drawn);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ trouble: 'unreadable' }), patience);
    worker.on('message', end);
    worker.on('error', () => end({ trouble: 'unreadable' }));
    worker.on('exit', () => end({ trouble: 'unreadable' }));
  });
}
