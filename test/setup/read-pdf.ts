import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadSheet {
  /** Every word on the sheet in reading order, single spaces between. */
  text: string;
  /** The sheet as a picture, RGBA. */
  picture: { data: Uint8ClampedArray; width: number; height: number };
  png: () => Buffer;
}

/** Reads a PDF of one sheet with a reader that is not ours: its text, and what it looks like at 144 dots an inch. */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  if (document.numPages !== 1) throw new Error(`${document.numPages} sheets instead of one`);
  const page = await document.getPage(1);
  const content = await page.getTextContent();
  const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  const viewport = page.getViewport({ scale: 2 });
  const canvas = createCanvas(viewport.width, viewport.height);
  // pdf.js names the browser's canvas; this one has the same methods.
  const target = canvas as unknown as HTMLCanvasElement;
  await page.render({ canvas: target, viewport }).promise;
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  await task.destroy();
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    picture: { data: new Uint8ClampedArray(data), width, height },
    png: () => canvas.toBuffer('image/png'),
  };
}
