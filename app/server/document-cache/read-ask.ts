import { type Encoding, encodingOf } from '../compress';

/** What of a request decides which bytes it gets from memory. */
export interface Ask {
  /** As it came; empty when there is none. */
  host: string;
  hostLines: number;
  /** A cookie that may be a session. */
  hasSession: boolean;
  encoding: Encoding;
  /** Empty when the browser has no copy. */
  ifNoneMatch: string;
}

/** One look over the raw lines: node builds its object of headers only where somebody asks for it. */
export function readAsk(rawHeaders: readonly string[]): Ask {
  const ask: Ask = { host: '', hostLines: 0, hasSession: false, encoding: 'identity', ifNoneMatch: '' };
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!;
    // Lengths tell nearly all others apart without another string.
    switch (name.length) {
      case 4:
        if (name.toLowerCase() === 'host') {
          ask.hostLines++;
          ask.host = rawHeaders[i + 1]!;
        }
        break;
      case 6:
        // `sesi` and `__Host-sesi`. Also where another cookie merely ends so: that costs time only.
        if (name.toLowerCase() === 'cookie' && rawHeaders[i + 1]!.includes('sesi=')) ask.hasSession = true;
        break;
      case 13:
        if (name.toLowerCase() === 'if-none-match') ask.ifNoneMatch = rawHeaders[i + 1]!;
        break;
      case 15:
        if (name.toLowerCase() === 'accept-encoding') ask.encoding = encodingOf(rawHeaders[i + 1]!);
        break;
    }
  }
  return ask;
}
