import type { IncomingMessage } from 'node:http';

export type BodyReading = { ok: true; bytes: Buffer } | { ok: false; status: 400 | 408 | 413 };

/** Slowest sender we wait for, bytes a second, after a head start: 3G uploads pass, a slow-loris does not. */
const BYTES_PER_SECOND_MIN = 4 * 1024;
const HEAD_START_MS = 15_000;
/** Nothing at all for this long: the sender is gone, or wants us to hold what came. */
const SILENCE_MS = 30_000;
/** The beginning of a form comes with its head: whoever pauses this long after it has sent what there was. */
const PAUSE_MS = 1_000;

/**
 * Reads a whole body, counted as it arrives, so that a wrong or missing length cannot fill the memory.
 * Caps are small (see body-limits.ts) and Remix would hold all of it anyway. With `beginning`, a longer one is no
 * mistake: its first `bytesMax` bytes are answered, or those before the first pause, and the rest is left to be drained.
 */
export function readBody(request: IncomingMessage, bytesMax: number, { beginning = false } = {}): Promise<BodyReading> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const done = (reading: BodyReading) => {
      clearTimeout(timer);
      clearTimeout(silence);
      request.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      resolve(reading);
    };
    const onData = (chunk: Buffer) => {
      silence.refresh();
      length += chunk.length;
      if (length > bytesMax && !beginning) return done({ ok: false, status: 413 });
      chunks.push(chunk);
      if (length > bytesMax) done({ ok: true, bytes: Buffer.concat(chunks).subarray(0, bytesMax) });
    };
    const onEnd = () => done({ ok: true, bytes: Buffer.concat(chunks, length) });
    const onBroken = () => done({ ok: false, status: 400 });
    const tooSlow = () => done({ ok: false, status: 408 });
    const timer = setTimeout(tooSlow, HEAD_START_MS + (bytesMax / BYTES_PER_SECOND_MIN) * 1000);
    const silence = beginning ? setTimeout(onEnd, PAUSE_MS) : setTimeout(tooSlow, SILENCE_MS);
    request.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}
